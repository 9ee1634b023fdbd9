/** What one set of rows adds to a save: the part of the statement that writes them, and their columns in its result. */
export interface Part {
  writes(n: number): string;
  answers?(n: number): string;
}

/** An insert of the rows in parameter `$n` into one of the shared tables. `fields` lists columns with their types. */
export const into = (table: string, fields: string) => (n: number) =>
  `insert into ${table} (${fields.replace(/(\w+) \w+/g, '$1')}) select * from json_to_recordset($${n}) as s(${fields})`;
