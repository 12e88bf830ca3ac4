import com.auth0.jwt.JWT; // com.auth0:java-jwt
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class Wayfellow {
  /** A token for the person who is signed in to the portal. */
  static String token(String personId, String clinicId, String role, String name, String secret) {
    return JWT.create()
        .withIssuer("https://portal.example").withAudience("wayfellow").withSubject(personId)
        .withClaim("tenant", clinicId).withClaim("roles", List.of(role)).withClaim("name", name)
        .withIssuedAt(Instant.now()).withExpiresAt(Instant.now().plusSeconds(300))
        .withJWTId(UUID.randomUUID().toString())
        .sign(Algorithm.HMAC256(secret));
  }
}
