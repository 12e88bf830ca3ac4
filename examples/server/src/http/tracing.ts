import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type TextMapGetter,
} from '@opentelemetry/api';
import type { MiddlewareHandler } from 'hono';
import { everyRoute } from '../../../../src/client/backends/http/api.js';
import { CHANGES_PATH } from '../../../../src/client/backends/http/change-event.js';
import { SIGNALS_PATH } from '../../../../src/client/backends/http/room-signals.js';
import { enrolmentRoute, removalRoute } from '../enrolment/enrolment-routes.js';
import type { Env } from './env.js';

/** Where each operation is, with its parameters in braces: never what they stood for. */
const TEMPLATES = new Map<string, string>([
  ...[...everyRoute()].map(({ operation, route }) => [operation, route.path] as const),
  ['changes', CHANGES_PATH],
  ['signals', SIGNALS_PATH],
  ['signals.send', SIGNALS_PATH],
  ['people.enrol', enrolmentRoute.path],
  ['people.remove', removalRoute.path],
]);

const headers: TextMapGetter<Headers> = {
  get: (carrier, name) => carrier.get(name) ?? undefined,
  keys: (carrier) => [...carrier.keys()],
};

/**
 * A span for each request, within the caller's trace. Without an OpenTelemetry SDK, nothing. It
 * tells which route and how it ended: no URL, no person, nothing that was said.
 */
export const tracing: MiddlewareHandler<Env> = (c, next) => {
  const tracer = trace.getTracer('wayfellow');
  const { method } = c.req;
  const parent = propagation.extract(context.active(), c.req.raw.headers, headers);
  const attributes = { 'http.request.method': method };
  return tracer.startActiveSpan(
    method,
    { kind: SpanKind.SERVER, attributes },
    parent,
    async (span) => {
      try {
        await next();
        const operation = c.get('operation');
        const route = operation && TEMPLATES.get(operation);
        if (route) {
          span.updateName(`${method} ${route}`);
          span.setAttributes({ 'http.route': route, 'wayfellow.operation': operation });
        }
        const { status } = c.res;
        span.setAttribute('http.response.status_code', status);
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      } finally {
        span.end();
      }
    },
  );
};
