import * as z from 'zod/mini';
import type { DatabasePlace } from './database/open-database.js';
import type { JobOptions } from './jobs/start-jobs.js';
import type { JwtOptions } from './http/jwt-authenticator.js';
import type { DailyOptions } from './rooms/daily-api.js';

/** Everything that the server is told from outside. */
export interface Configuration {
  readonly port: number;
  readonly hostname: string;
  readonly database: DatabasePlace;
  readonly jwt: JwtOptions;
  /** Where the portal hears of what happens, and what is asked for daily. */
  readonly jobs: JobOptions;
  readonly origins: readonly string[];
  /** Rooms of Daily; absent: rooms whose people are connected to each other. */
  readonly daily?: DailyOptions | undefined;
  /** A clinic with the demonstration's people and story, for development. */
  readonly sandboxTenant: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** An address of another machine: over HTTPS, but for tests and neighbours on this one. */
const Address = z.optional(
  z.url().check(z.regex(/^https:|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/)),
);
const Text = z.optional(z.string().check(z.minLength(1)));

const Place = z.object({
  DATABASE_URL: Text,
  DATABASE_POOL: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(1000))),
  DATA_FOLDER: Text,
});

const Environment = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535)), 8787),
  HOSTNAME_TO_LISTEN_ON: z._default(z.string(), '0.0.0.0'),
  JWT_ISSUER: z.string().check(z.minLength(1)),
  JWT_AUDIENCE: z._default(z.string(), 'wayfellow'),
  JWT_SECRET: Text,
  JWKS_URL: Address,
  CORS_ORIGINS: z._default(z.string(), ''),
  DAILY_API_KEY: Text,
  DAILY_API_URL: Address,
  SANDBOX_TENANT: Text,
  WEBHOOK_URL: Address,
  WEBHOOK_SECRET: z.optional(z.string().check(z.minLength(32))),
  DAILY_QUESTIONNAIRE: Text,
});

/**
 * Reads environment variables. One that is set to nothing counts as absent.
 * @throws {Error} that names each variable that is missing or wrong, and no value
 */
export function readConfiguration(environment: Variables): Configuration {
  const env = read(Environment, environment);
  const { JWT_SECRET: secret, JWKS_URL: jwks } = env;
  if ((secret === undefined) === (jwks === undefined))
    refuse('JWT_SECRET or JWKS_URL, one of them');
  const { DAILY_API_KEY: apiKey, DAILY_API_URL: apiUrl } = env;
  if ((env.WEBHOOK_URL === undefined) !== (env.WEBHOOK_SECRET === undefined))
    refuse('WEBHOOK_URL and WEBHOOK_SECRET, both or neither');
  return {
    port: env.PORT,
    hostname: env.HOSTNAME_TO_LISTEN_ON,
    database: readPlace(environment),
    jwt: {
      issuer: env.JWT_ISSUER,
      audience: env.JWT_AUDIENCE,
      ...(secret === undefined ? { jwks: new URL(jwks as string) } : { secret }),
    },
    jobs: {
      daily: env.DAILY_QUESTIONNAIRE,
      webhook:
        env.WEBHOOK_URL === undefined
          ? undefined
          : { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET as string },
    },
    origins: env.CORS_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    ...(apiKey === undefined ? {} : { daily: { apiKey, ...(apiUrl ? { apiUrl } : {}) } }),
    sandboxTenant: env.SANDBOX_TENANT,
  };
}

/** Where the database is; for commands, which need no more. */
export function readPlace(environment: Variables): DatabasePlace {
  const {
    DATABASE_URL: url,
    DATABASE_POOL: connections,
    DATA_FOLDER: dataFolder,
  } = read(Place, environment);
  if (url === undefined) return { dataFolder };
  if (dataFolder !== undefined) refuse('DATABASE_URL or DATA_FOLDER, not both');
  return { url, ...(connections === undefined ? {} : { connections }) };
}

function read<T>(schema: z.ZodMiniType<T>, environment: Variables): T {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const { success, data, error } = schema.safeParse(Object.fromEntries(set));
  if (!success) refuse([...new Set(error.issues.map(({ path }) => path.join('.')))].join(', '));
  return data;
}

function refuse(what: string): never {
  throw new Error(`Environment variables: ${what}`);
}
