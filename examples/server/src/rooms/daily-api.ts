import ky, { HTTPError, type KyInstance } from 'ky';
import * as z from 'zod/mini';
import { BackendError } from '../../../../src/client/errors.js';
import { parseResponse } from '../../../../src/client/parse.js';

/** Where Daily is, and the key of the clinic's domain there. */
export interface DailyOptions {
  readonly apiKey: string;
  /** Default Daily's own. */
  readonly apiUrl?: string;
}

/** A room that must exist. Seconds since the epoch. */
export interface DailyRoomSpec {
  readonly name: string;
  readonly notBefore: number;
  readonly expires: number;
}

/** A person's way into one room. Seconds since the epoch. */
export interface DailyTokenSpec extends DailyRoomSpec {
  readonly userId: string;
  readonly isHost: boolean;
}

const Room = z.object({ url: z.url() });
const Token = z.object({ token: z.string().check(z.minLength(1)) });

/** What of Daily's REST API is needed. @see https://docs.daily.co/reference/rest-api */
export class DailyApi {
  readonly #ky: KyInstance;

  constructor({ apiKey, apiUrl = 'https://api.daily.co/v1' }: DailyOptions) {
    this.#ky = ky.create({
      prefixUrl: apiUrl,
      headers: { authorization: `Bearer ${apiKey}` },
      timeout: 5000,
      // Both calls may be repeated: a name is taken once, and a token that got lost opens nothing new.
      retry: { limit: 2, methods: ['get', 'post'], maxRetryAfter: 5000, jitter: true },
    });
  }

  /** Address of the room; makes it when it is not there yet, by whichever instance. */
  async room({ name, notBefore, expires }: DailyRoomSpec): Promise<string> {
    const json = {
      name,
      privacy: 'private',
      // Whoever belongs here has a token, so nobody knocks. Nothing is recorded: that is asked for by
      // what is not here.
      properties: { nbf: notBefore, exp: expires, eject_at_room_exp: true, enable_knocking: false },
    };
    return translated(async () => {
      try {
        return parseResponse(Room, await this.#ky.post('rooms', { json }).json()).url;
      } catch (error) {
        if (!(error instanceof HTTPError && error.response.status === 400)) throw error;
        // Another was faster; if that is not the reason, it is not there either.
        return parseResponse(Room, await this.#ky.get(`rooms/${name}`).json()).url;
      }
    });
  }

  /** Ends a room earlier, with everybody who is in it then; one that was never made is over as it is. */
  async endRoom(name: string, expires: number): Promise<void> {
    const json = { properties: { exp: expires, eject_at_room_exp: true } };
    await translated(async () => {
      try {
        await this.#ky.post(`rooms/${name}`, { json });
      } catch (error) {
        if (!(error instanceof HTTPError && error.response.status === 404)) throw error;
      }
    });
  }

  /** A token for one person in one room: without a room's name it would open all of them. */
  token({ name, notBefore, expires, userId, isHost }: DailyTokenSpec): Promise<string> {
    const properties = {
      ...{ room_name: name, nbf: notBefore, exp: expires, eject_at_token_exp: true },
      ...{ user_id: userId, is_owner: isHost },
    };
    return translated(async () => {
      const answer = await this.#ky.post('meeting-tokens', { json: { properties } }).json();
      return parseResponse(Token, answer).token;
    });
  }
}

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    const status = cause instanceof HTTPError ? cause.response.status : 0;
    // The operator's to mend, so it is no answer that waiting would help with: it goes to the log.
    if (status === 401 || status === 403) throw new DailyKeyError();
    throw new BackendError('unavailable', { detail: 'rooms', cause });
  }
}

/** Daily does not accept the key. Says nothing of it. */
export class DailyKeyError extends Error {
  override readonly name = 'DailyKeyError';
}
