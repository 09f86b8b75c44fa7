// What every table of an organization gets: row-level security, forced on its owner too, and the grants.

/** SQL that binds `table` to the organization of the transaction through `column`. */
export const bindToOrganization = (table: string, column = 'organization_id'): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY of_organization ON ${table}
    USING (${column} = current_organization_id())
    WITH CHECK (${column} = current_organization_id());
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO medspasync_app;
`;
