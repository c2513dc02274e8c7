-- Three roles (ADR 0123), given their rights by the owner of the tables; `npm run db:roles` runs this file, as often as one
-- likes, and after each upgrade. The administrator of the server makes the roles beforehand, see docs/operations.md.
--   pieslegums_runtime  what the product is: adds, and changes what goes on; owns nothing, takes no guard away
--   pieslegums_read     whoever checks and reports: reads cases and evidence, no account and no credential
do $$
declare
  name text;
begin
  execute format('revoke create, temporary on database %I from public', current_database());
  revoke all on schema public from public;
  revoke all on all tables in schema public from public;
  revoke all on all functions in schema public from public;
  grant usage on schema public, drizzle to pieslegums_runtime, pieslegums_read;
  grant select on all tables in schema drizzle to pieslegums_runtime, pieslegums_read;

  grant select, insert, update, delete on all tables in schema public to pieslegums_runtime;
  grant usage on all sequences in schema public to pieslegums_runtime;
  grant execute on all functions in schema public to pieslegums_runtime;
  -- What a later migration adds serves the product at once; what of it is evidence is taken back by this file.
  alter default privileges in schema public grant select, insert, update, delete on tables to pieslegums_runtime;
  alter default privileges in schema public grant usage on sequences to pieslegums_runtime;
  alter default privileges in schema public grant execute on functions to pieslegums_runtime;
  alter default privileges in schema drizzle grant select on tables to pieslegums_runtime, pieslegums_read;

  foreach name in array array['history', 'law_editions', 'terms_versions', 'calendar_rows', 'operator_profile',
    'account_log', 'read_audit', 'bank_lines']
  loop
    execute format('revoke update, delete on %I from pieslegums_runtime', name);
  end loop;
  -- Written by functions of the owner alone.
  revoke insert, update, delete on history_seals, history_unsealed from pieslegums_runtime;
  revoke delete on law_proposals, account_acts, approvals, receipts, invoices, payments, notices from pieslegums_runtime;
  revoke update on documents, blobs from pieslegums_runtime;

  foreach name in array array['cases', 'history', 'history_seals', 'history_unsealed', 'deadlines', 'approvals',
    'receipts', 'bank_lines', 'invoices', 'payments', 'notices', 'documents', 'blobs', 'case_files', 'law_editions', 'terms_versions',
    'calendar_rows', 'operator_profile', 'law_proposals', 'counters', 'account_log', 'read_audit', 'figures', 'figures_counted']
  loop
    execute format('grant select on %I to pieslegums_read', name);
  end loop;
end
$$;
