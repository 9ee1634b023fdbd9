/** What saving one set of rows adds to the statement: a part that writes them, and what the statement answers. */
export interface Part {
  writes(n: number): string;
  answers?(n: number): string;
}

/** An insert of the rows in parameter `$n`, into a table of the house. `fields` is a list of columns with their types. */
export const into = (table: string, fields: string) => (n: number) =>
  `insert into ${table} (${fields.replace(/(\w+) \w+/g, '$1')}) select * from json_to_recordset($${n}) as s(${fields})`;
