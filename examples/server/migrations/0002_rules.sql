-- Rules that hold whoever writes: the service's own checks come first and give the better answers.
CREATE TABLE mentors (
  tenant_id text NOT NULL,
  id text NOT NULL,
  capacity integer NOT NULL CHECK (capacity >= 0),
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE pairings (
  tenant_id text NOT NULL,
  id text NOT NULL,
  participant_id text NOT NULL,
  mentor_id text NOT NULL,
  status text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX one_open_pairing ON pairings (tenant_id, participant_id)
  WHERE status IN ('requested', 'active', 'paused');
CREATE INDEX pairings_of_mentor ON pairings (tenant_id, mentor_id);
CREATE INDEX pairings_lapsing ON pairings (tenant_id, expires_at) WHERE status = 'requested';

CREATE TABLE bookings (
  tenant_id text NOT NULL,
  meeting_id text NOT NULL,
  mentor_id text NOT NULL,
  starts_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, meeting_id)
);
CREATE UNIQUE INDEX one_booking ON bookings (tenant_id, mentor_id, starts_at);

-- The mentor's row is locked before places are counted, so that two cannot take the last one.
CREATE FUNCTION check_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE places integer;
BEGIN
  IF NEW.status NOT IN ('requested', 'active', 'paused') THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.status IN ('requested', 'active', 'paused')
    AND OLD.mentor_id = NEW.mentor_id THEN RETURN NEW; END IF;
  SELECT capacity INTO places FROM mentors
    WHERE tenant_id = NEW.tenant_id AND id = NEW.mentor_id FOR UPDATE;
  IF (SELECT count(*) FROM pairings WHERE tenant_id = NEW.tenant_id AND mentor_id = NEW.mentor_id
      AND id <> NEW.id AND status IN ('requested', 'active', 'paused')) >= places THEN
    RAISE EXCEPTION 'mentor has no place left'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'mentor_capacity';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mentor_capacity BEFORE INSERT OR UPDATE ON pairings
  FOR EACH ROW EXECUTE FUNCTION check_capacity();

-- Keeps the tables above in step with the documents.
CREATE FUNCTION project_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v jsonb := NEW.value;
BEGIN
  IF NEW.kind = 'mentor' THEN
    INSERT INTO mentors VALUES (NEW.tenant_id, NEW.id, (v ->> 'capacity')::integer)
      ON CONFLICT (tenant_id, id) DO UPDATE SET capacity = EXCLUDED.capacity;
  ELSIF NEW.kind = 'pairing' THEN
    UPDATE pairings SET participant_id = v #>> '{participant,id}', mentor_id = v #>> '{mentor,id}',
        status = v ->> 'status', expires_at = (v ->> 'expiresAt')::timestamptz
      WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
    IF NOT FOUND THEN
      INSERT INTO pairings VALUES (NEW.tenant_id, NEW.id, v #>> '{participant,id}',
        v #>> '{mentor,id}', v ->> 'status', (v ->> 'expiresAt')::timestamptz);
    END IF;
  ELSIF NEW.kind = 'meeting' THEN
    DELETE FROM bookings WHERE tenant_id = NEW.tenant_id AND meeting_id = NEW.id;
    IF v ->> 'kind' = 'one-to-one' AND v ->> 'status' = 'scheduled' THEN
      INSERT INTO bookings VALUES (NEW.tenant_id, NEW.id, v #>> '{facilitator,id}',
        (v ->> 'startsAt')::timestamptz);
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER project_record AFTER INSERT OR UPDATE ON records
  FOR EACH ROW EXECUTE FUNCTION project_record();

CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
-- What a key was answered stays as it was.
CREATE TRIGGER answered_once BEFORE UPDATE ON records
  FOR EACH ROW WHEN (OLD.kind = 'answer') EXECUTE FUNCTION forbid_change();
