import { SignJWT } from 'jose';
import { createApp, type App } from '../../../examples/server/src/http/create-app.js';
import { jwtAuthenticator } from '../../../examples/server/src/http/jwt-authenticator.js';
import type { LogEntry } from '../../../examples/server/src/http/log.js';
import { serve, type RunningServer } from '../../../examples/server/src/http/serve.js';
import type { ServerOptions } from '../../../examples/server/src/http/server-options.js';
import type { Principal } from '../../../examples/server/src/principal.js';
import type { Backend } from '../../../src/client/backend.js';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import type { Role } from '../../../src/client/model/person.js';
import { clinic } from '../../client/backends/embedded/world.js';

const ISSUER = 'https://portal.example';
const AUDIENCE = 'wayfellow';
const SECRET = 'a secret that the portal and the server share in these tests';

/** Where the people of a tenant live, with a clock of its own. */
interface Tenant {
  readonly clock: () => Date;
  readonly people: Map<string, EmbeddedBackend>;
}

/** The real HTTP layer on a real socket, over embedded backends in memory. */
export class ClinicServer {
  readonly logs: LogEntry[] = [];
  readonly #tenants = new Map<string, Tenant>();
  #running!: RunningServer;

  static readonly authenticate = jwtAuthenticator({
    issuer: ISSUER,
    audience: AUDIENCE,
    secret: SECRET,
  });

  /** To call without a socket. */
  app!: App;

  static async start(options: Partial<ServerOptions> = {}): Promise<ClinicServer> {
    const server = new ClinicServer();
    server.app = createApp({
      backendFor: (principal) => server.backendFor(principal),
      authenticate: ClinicServer.authenticate,
      log: (entry) => server.logs.push(entry),
      rateLimit: { burst: 100_000 },
      heartbeat: 200,
      ...options,
    });
    server.#running = await serve(server.app);
    return server;
  }

  get url(): string {
    return this.#running.url;
  }

  /** A clinic of its own behind the server. */
  addTenant(tenantId: string, clock: () => Date = () => new Date()): void {
    this.#tenants.set(tenantId, { clock, people: new Map() });
  }

  /** The embedded backend as that person, whom signing out does not end: tokens do that here. */
  backendFor({ tenantId, personId }: Principal): Backend {
    if (!this.#tenants.has(tenantId)) this.addTenant(tenantId);
    const tenant = this.#tenants.get(tenantId) as Tenant;
    let person = tenant.people.get(personId);
    if (!person) {
      const { clock } = tenant;
      const place = { storage: 'memory', name: tenantId, seed: clinic } as const;
      person = new EmbeddedBackend({ ...place, clock, persona: personId });
      tenant.people.set(personId, person);
    }
    person.setPersona(personId);
    return person;
  }

  async removeTenant(tenantId: string): Promise<void> {
    const tenant = this.#tenants.get(tenantId);
    this.#tenants.delete(tenantId);
    for (const person of tenant?.people.values() ?? []) await person.close();
  }

  async close(): Promise<void> {
    await this.#running.close(1000);
    for (const tenantId of [...this.#tenants.keys()]) await this.removeTenant(tenantId);
  }
}

/** What a portal's server would sign. */
export function tokenFor(
  personId: string,
  {
    tenant = 'clinic',
    roles = ['participant'],
    expiresIn = 300,
    secret = SECRET,
    issuer = ISSUER,
    audience = AUDIENCE,
    ...claims
  }: {
    tenant?: string;
    roles?: readonly (Role | 'admin')[];
    /** Seconds from now. */
    expiresIn?: number;
    secret?: string;
    issuer?: string;
    audience?: string;
    [claim: string]: unknown;
  } = {},
): Promise<string> {
  return new SignJWT({ tenant, roles, jti: crypto.randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(personId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
    .sign(new TextEncoder().encode(secret));
}
