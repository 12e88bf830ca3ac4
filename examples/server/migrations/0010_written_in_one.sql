-- What one call has to write: its records with the places at which they are listed, its audit and its
-- news. A function, so that each step is planned for one row: planned as joins of what a call brings,
-- the tables would be read from end to end.
CREATE FUNCTION write_call(
  tenant text, person text, at timestamptz, writes jsonb, audits jsonb, channel text, news jsonb
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  w record;
  was_there boolean;
BEGIN
  FOR w IN SELECT e ->> 'kind' AS kind, e ->> 'id' AS id, e ->> 'owner' AS owner, e -> 'value' AS value,
    e ->> 'version' AS version, e -> 'keys' AS keys FROM jsonb_array_elements(writes) e
  LOOP
    INSERT INTO records AS r (tenant_id, kind, id, owner_id, value)
      VALUES (tenant, w.kind, w.id, w.owner, w.value)
      ON CONFLICT (tenant_id, kind, id)
        DO UPDATE SET owner_id = EXCLUDED.owner_id, value = EXCLUDED.value
        WHERE w.version IN ('any', r.xmin::text)
      RETURNING r.xmax <> 0 INTO was_there;
    -- Another call has written meanwhile what this one had read: the commit, which is on its way
    -- already, comes to nothing.
    IF NOT FOUND THEN
      RAISE EXCEPTION 'another call was faster' USING ERRCODE = 'serialization_failure';
    END IF;
    IF was_there THEN
      DELETE FROM record_order o WHERE o.tenant_id = tenant AND o.kind = w.kind AND o.id = w.id
        AND NOT w.keys ? encode(o.key, 'hex');
    END IF;
    IF w.keys <> '[]' THEN
      INSERT INTO record_order (tenant_id, kind, id, key)
        SELECT tenant, w.kind, w.id, decode(k, 'hex') FROM jsonb_array_elements_text(w.keys) k
        ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
  IF audits <> '[]' THEN
    INSERT INTO audit (tenant_id, at, actor_id, action, kind, subject_id, record_id)
      SELECT tenant, write_call.at, person, e ->> 0, e ->> 1, e ->> 2, e ->> 3
      FROM jsonb_array_elements(audits) e
      -- Whoever is in a room is let in again and again: one entry an hour.
      WHERE e ->> 1 <> 'room' OR NOT EXISTS (SELECT FROM audit a
        WHERE a.tenant_id = tenant AND a.subject_id = e ->> 2 AND a.kind = 'room'
          AND a.record_id = e ->> 3 AND a.at > write_call.at - interval '1 hour');
  END IF;
  PERFORM pg_notify(channel, n) FROM jsonb_array_elements_text(news) n;
END $$;
DROP FUNCTION all_written;

-- Most records are of kinds that nothing is projected from.
DROP TRIGGER project_record ON records;
CREATE TRIGGER project_record AFTER INSERT OR UPDATE ON records
  FOR EACH ROW WHEN (NEW.kind IN ('mentor', 'pairing', 'meeting')) EXECUTE FUNCTION project_record();
