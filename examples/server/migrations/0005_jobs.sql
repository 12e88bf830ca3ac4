-- When each clinic is next looked round. Whoever looks holds the row, and others skip it.
CREATE TABLE job_turns (
  tenant_id text NOT NULL,
  job text NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, job)
);
CREATE INDEX job_turns_due ON job_turns (due_at);

-- What the portal is to be told: ids and kinds, never what was said. One cause, one delivery.
CREATE TABLE deliveries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id text NOT NULL,
  kind text NOT NULL,
  cause text NOT NULL,
  subject_id text NOT NULL,
  recipient_id text,
  recipient_role text,
  at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- When it is sent, or sent again; null once it has arrived or was given up.
  next_at timestamptz,
  delivered_at timestamptz
);
CREATE UNIQUE INDEX one_delivery ON deliveries (tenant_id, kind, cause);
CREATE INDEX deliveries_due ON deliveries (next_at);
CREATE INDEX deliveries_by_age ON deliveries (at);

ALTER TABLE job_turns ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_turns FORCE ROW LEVEL SECURITY;
ALTER TABLE deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON deliveries USING (
  tenant_id = NULLIF(current_setting('wayfellow.tenant', true), ''));
CREATE POLICY every_clinic ON deliveries USING (current_user = 'wayfellow_jobs');
CREATE POLICY every_clinic ON job_turns USING (current_user = 'wayfellow_jobs');
GRANT SELECT, INSERT ON deliveries TO wayfellow_app;
GRANT SELECT, UPDATE, DELETE ON deliveries TO wayfellow_jobs;
GRANT SELECT, INSERT, UPDATE ON job_turns TO wayfellow_jobs;
GRANT SELECT, DELETE ON ended_tokens, rate_buckets TO wayfellow_jobs;

CREATE INDEX meetings_by_start ON records (tenant_id, (value ->> 'startsAt')) WHERE kind = 'meeting';
