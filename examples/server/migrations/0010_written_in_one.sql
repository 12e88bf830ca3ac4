-- What one call has said that it will read: records by their keys, and a list. Each is looked up by
-- itself: joined as sets, the tables would be read from end to end.
CREATE FUNCTION fetch_call(asked jsonb)
RETURNS TABLE (kind text, id text, owner_id text, value jsonb, version text, at text)
LANGUAGE sql STABLE AS $$
  SELECT found.*, NULL::text FROM jsonb_array_elements(asked -> 'keys') k,
    LATERAL (SELECT r.kind, r.id, r.owner_id, r.value, r.xmin::text FROM records r
      WHERE r.tenant_id = asked ->> 'tenant' AND r.kind = k ->> 0 AND r.id = k ->> 1 LIMIT 1) found
  UNION ALL
  SELECT found.*, encode(place.key, 'hex') FROM (
    SELECT o.key, o.kind, o.id FROM record_order o
      WHERE o.tenant_id = asked ->> 'tenant'
        AND o.key BETWEEN decode(asked ->> 'from', 'hex') AND decode(asked ->> 'to', 'hex')
      ORDER BY o.key LIMIT (asked ->> 'limit')::integer) place,
    LATERAL (SELECT r.kind, r.id, r.owner_id, r.value, r.xmin::text FROM records r
      WHERE r.tenant_id = asked ->> 'tenant' AND r.kind = place.kind AND r.id = place.id
      LIMIT 1) found
$$;

-- What one call has to write: its records with the places at which they are listed, its audit and its
-- news. Fails where another call has written meanwhile what this one had read.
CREATE FUNCTION write_call(
  tenant text, person text, at timestamptz, writes jsonb, audits jsonb, channel text, news jsonb
) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  written bigint;
  replaced bigint;
  w jsonb;
BEGIN
  WITH kept AS (
    INSERT INTO records AS r (tenant_id, kind, id, owner_id, value)
      SELECT tenant, e ->> 'kind', e ->> 'id', e ->> 'owner', e -> 'value'
      FROM jsonb_array_elements(writes) e
    ON CONFLICT (tenant_id, kind, id)
      DO UPDATE SET owner_id = EXCLUDED.owner_id, value = EXCLUDED.value
      WHERE (SELECT e ->> 'version' IN ('any', r.xmin::text) FROM jsonb_array_elements(writes) e
        WHERE e ->> 'kind' = r.kind AND e ->> 'id' = r.id)
    RETURNING r.xmax <> 0 AS was_there
  )
  SELECT count(*), count(*) FILTER (WHERE was_there) INTO written, replaced FROM kept;
  IF written < jsonb_array_length(writes) THEN
    RAISE EXCEPTION 'another call was faster' USING ERRCODE = 'serialization_failure';
  END IF;
  IF replaced > 0 THEN
    FOR w IN SELECT e FROM jsonb_array_elements(writes) e WHERE e ->> 'version' IS NOT NULL LOOP
      DELETE FROM record_order o
        WHERE o.tenant_id = tenant AND o.kind = w ->> 'kind' AND o.id = w ->> 'id'
          AND NOT w -> 'keys' ? encode(o.key, 'hex');
    END LOOP;
  END IF;
  INSERT INTO record_order (tenant_id, kind, id, key)
    SELECT tenant, e ->> 'kind', e ->> 'id', decode(k, 'hex')
    FROM jsonb_array_elements(writes) e, jsonb_array_elements_text(e -> 'keys') k
    ON CONFLICT DO NOTHING;
  INSERT INTO audit (tenant_id, at, actor_id, action, kind, subject_id, record_id)
    SELECT tenant, write_call.at, person, e ->> 0, e ->> 1, e ->> 2, e ->> 3
    FROM jsonb_array_elements(audits) e
    -- Whoever is in a room is let in again and again: one entry an hour.
    WHERE e ->> 1 <> 'room' OR NOT EXISTS (SELECT FROM audit a
      WHERE a.tenant_id = tenant AND a.subject_id = e ->> 2 AND a.kind = 'room'
        AND a.record_id = e ->> 3 AND a.at > write_call.at - interval '1 hour');
  PERFORM pg_notify(channel, n) FROM jsonb_array_elements_text(news) n;
END $$;
DROP FUNCTION all_written;

-- Many calls at once, each as the person and behind the wall of its own. `n` says which.
CREATE FUNCTION fetch_calls(calls jsonb)
RETURNS TABLE (n bigint, kind text, id text, owner_id text, value jsonb, version text, at text)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  c record;
BEGIN
  PERFORM set_config('role', 'wayfellow_app', true);
  FOR c IN SELECT e.value AS asked, e.ordinality - 1 AS n
    FROM jsonb_array_elements(calls) WITH ORDINALITY e
  LOOP
    PERFORM set_config('wayfellow.tenant', c.asked ->> 'tenant', true),
      set_config('wayfellow.person', c.asked ->> 'person', true);
    RETURN QUERY SELECT c.n, f.* FROM fetch_call(c.asked) f;
  END LOOP;
END $$;

-- Writes each of them that is its person's only one and whose reading is still what it was; answers
-- which. The others are to be made in a transaction of their own.
CREATE FUNCTION write_calls(calls jsonb, channel text) RETURNS jsonb
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  c jsonb;
  is_same boolean;
  results jsonb := '[]';
BEGIN
  PERFORM set_config('role', 'wayfellow_app', true);
  FOR c IN SELECT e FROM jsonb_array_elements(calls) e LOOP
    PERFORM set_config('wayfellow.tenant', c #>> '{asked,tenant}', true),
      set_config('wayfellow.person', c #>> '{asked,person}', true);
    is_same := pg_try_advisory_xact_lock(hashtextextended(c ->> 'lock', 0));
    IF is_same THEN
      SELECT coalesce(jsonb_agg(jsonb_build_array(f.kind, f.id, f.version)), '[]') = c -> 'seen'
        INTO is_same FROM fetch_call(c -> 'asked') f;
    END IF;
    IF is_same THEN
      PERFORM write_call(c #>> '{asked,tenant}', c #>> '{asked,person}', (c ->> 'at')::timestamptz,
        c -> 'writes', c -> 'audits', channel, c -> 'news');
    END IF;
    results := results || to_jsonb(is_same);
  END LOOP;
  RETURN results;
END $$;

-- Most records are of kinds that nothing is projected from.
DROP TRIGGER project_record ON records;
CREATE TRIGGER project_record AFTER INSERT OR UPDATE ON records
  FOR EACH ROW WHEN (NEW.kind IN ('mentor', 'pairing', 'meeting')) EXECUTE FUNCTION project_record();
