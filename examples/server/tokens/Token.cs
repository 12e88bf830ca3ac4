using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

static class Wayfellow
{
    /// <summary>A token for the person who is signed in to the portal.</summary>
    public static string Token(string personId, string clinicId, string role, string name, string secret) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "https://portal.example", Audience = "wayfellow",
            IssuedAt = DateTime.UtcNow, Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object> {
                ["sub"] = personId, ["tenant"] = clinicId, ["roles"] = new[] { role },
                ["name"] = name, ["jti"] = Guid.NewGuid().ToString() },
            SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), SecurityAlgorithms.HmacSha256),
        });
}
