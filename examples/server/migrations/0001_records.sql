-- What the clinics keep. A record is a document of one kind, checked by its schema on every read.
CREATE TABLE records (
  tenant_id text NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  -- Whom it is about.
  owner_id text,
  value jsonb NOT NULL,
  PRIMARY KEY (tenant_id, kind, id)
);

-- The places at which records are listed. A key is UTF-16, so that it sorts here as in JavaScript.
CREATE TABLE record_order (
  tenant_id text NOT NULL,
  key bytea NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant_id, key, kind, id),
  FOREIGN KEY (tenant_id, kind, id) REFERENCES records ON DELETE CASCADE
);
CREATE INDEX record_order_record ON record_order (tenant_id, kind, id);

-- Who read or changed what about whom. Holds ids, never what was read.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text NOT NULL,
  at timestamptz NOT NULL,
  actor_id text NOT NULL,
  action text NOT NULL CHECK (action IN ('read', 'change', 'remove')),
  kind text NOT NULL,
  subject_id text,
  record_id text
);
CREATE INDEX audit_subject ON audit (tenant_id, subject_id, at);
