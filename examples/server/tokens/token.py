import time, uuid
import jwt  # PyJWT


def wayfellow_token(person_id, clinic_id, role, name, secret):
    """A token for the person who is signed in to the portal."""
    now = int(time.time())
    return jwt.encode(
        {"iss": "https://portal.example", "aud": "wayfellow", "sub": person_id, "tenant": clinic_id,
         "roles": [role], "name": name, "iat": now, "exp": now + 300, "jti": str(uuid.uuid4())},
        secret, algorithm="HS256")
