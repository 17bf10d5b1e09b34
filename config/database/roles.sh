#!/usr/bin/env bash
# Runs once, in the database's container, when the cluster is new: the owner that migrates and the role that works.
set -eu
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\set owner_password `cat /run/secrets/DATABASE_OWNER_PASSWORD`
\set app_password `cat /run/secrets/DATABASE_APP_PASSWORD`
CREATE ROLE trellis_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE trellis_app LOGIN PASSWORD :'app_password';
CREATE DATABASE trellis OWNER trellis_owner;
REVOKE CONNECT ON DATABASE trellis FROM PUBLIC;
GRANT CONNECT ON DATABASE trellis TO trellis_app;
SQL
