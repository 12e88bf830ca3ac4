-- What instances share, so that none keeps anything to itself. Without clinic and health data.
CREATE TABLE ended_tokens (
  id text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE UNLOGGED TABLE rate_buckets (
  key text PRIMARY KEY,
  tokens double precision NOT NULL,
  at timestamptz NOT NULL,
  is_refused boolean NOT NULL
);

-- When it was first written: answers to keyed writes are kept for a time only.
ALTER TABLE records ADD COLUMN written_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX answers_by_age ON records (written_at) WHERE kind = 'answer';
CREATE INDEX people_of_clinic ON records (tenant_id) WHERE kind = 'person';

-- What looks through all clinics for something to do; it does it inside of each, as the service.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wayfellow_jobs') THEN
    CREATE ROLE wayfellow_jobs NOLOGIN;
  END IF;
  EXECUTE format('GRANT wayfellow_jobs TO %I', current_user);
EXCEPTION WHEN invalid_grant_operation THEN NULL;
END $$;
DO $$ BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO wayfellow_jobs', current_schema());
END $$;
-- Of documents it sees who is there, and removes old answers; nothing of anybody's story.
GRANT SELECT (tenant_id, kind, id, written_at), DELETE ON records TO wayfellow_jobs;
GRANT SELECT ON pairings TO wayfellow_jobs;
-- By name: the tables' owner is a member of the role, and would otherwise see all at any time.
DROP POLICY own_person ON records;
CREATE POLICY own_person ON records AS RESTRICTIVE USING (
  kind NOT IN ('draft', 'answer') OR owner_id = current_setting('wayfellow.person', true)
    OR current_user = 'wayfellow_jobs');
CREATE POLICY every_clinic ON records FOR SELECT USING (current_user = 'wayfellow_jobs');
CREATE POLICY old_answers ON records FOR DELETE
  USING (current_user = 'wayfellow_jobs' AND kind = 'answer');
CREATE POLICY every_clinic ON pairings FOR SELECT USING (current_user = 'wayfellow_jobs');
