-- Fails where another call has written meanwhile what this one had read, so that the commit, which is
-- on its way already, comes to nothing.
CREATE FUNCTION all_written(written bigint, wanted bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF written < wanted THEN
    RAISE EXCEPTION 'another call was faster' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN true;
END $$;
