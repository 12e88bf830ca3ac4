<?php
use Firebase\JWT\JWT; // firebase/php-jwt

/** A token for the person who is signed in to the portal. */
function wayfellowToken(string $personId, string $clinicId, string $role, string $name, string $secret): string
{
    return JWT::encode([
        'iss' => 'https://portal.example', 'aud' => 'wayfellow', 'sub' => $personId,
        'tenant' => $clinicId, 'roles' => [$role], 'name' => $name,
        'iat' => time(), 'exp' => time() + 300, 'jti' => bin2hex(random_bytes(16)),
    ], $secret, 'HS256');
}
