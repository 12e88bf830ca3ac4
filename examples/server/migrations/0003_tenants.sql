-- The second wall: requests run as a role that sees one clinic, whatever a query forgets to say.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wayfellow_app') THEN
    CREATE ROLE wayfellow_app NOLOGIN;
  END IF;
  EXECUTE format('GRANT wayfellow_app TO %I', current_user);
EXCEPTION WHEN invalid_grant_operation THEN NULL;
END $$;

DO $$
DECLARE name text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO wayfellow_app', current_schema());
  FOREACH name IN ARRAY ARRAY['records', 'record_order', 'mentors', 'pairings', 'bookings', 'audit']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant_id = '
      'NULLIF(current_setting(''wayfellow.tenant'', true), ''''))', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO wayfellow_app', name);
    IF name <> 'audit' THEN
      EXECUTE format('GRANT UPDATE, DELETE ON %I TO wayfellow_app', name);
    END IF;
  END LOOP;
END $$;

-- Drafts and the answers to keyed writes are their writer's alone, inside the clinic too.
CREATE POLICY own_person ON records AS RESTRICTIVE USING (
  kind NOT IN ('draft', 'answer') OR owner_id = current_setting('wayfellow.person', true));
-- Nobody writes into the audit in another's name.
CREATE POLICY own_name ON audit AS RESTRICTIVE FOR INSERT
  WITH CHECK (actor_id = current_setting('wayfellow.person', true));
