-- When the service could not be reached: no day that it took is anybody's missed one. Without clinic
-- and people: it is told by what was not written, or by whoever runs the server.
CREATE TABLE outages (
  from_at timestamptz PRIMARY KEY,
  to_at timestamptz NOT NULL,
  CHECK (to_at > from_at)
);
-- The last sign of life of any instance: one row.
CREATE TABLE signs_of_life (
  name text PRIMARY KEY,
  at timestamptz NOT NULL
);
GRANT SELECT ON outages TO wayfellow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON outages, signs_of_life TO wayfellow_jobs;
