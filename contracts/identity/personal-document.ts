import { Type } from '@sinclair/typebox';
import { exactly, Id, Time } from '../define.ts';

/** All that is kept of a person (GDPR, articles 15 and 20): by service, by table. */
export const PersonalDocument = exactly({
  exported_at: Time,
  user_id: Id,
  services: Type.Record(
    Type.String(),
    exactly({
      purposes: Type.String({ description: 'why it is kept' }),
      recipients: Type.String({ description: 'who else gets it' }),
      retention: Type.String({ description: 'for how long' }),
      tables: Type.Record(
        Type.String(),
        exactly({
          what: Type.String({ description: 'what a row is' }),
          fields: Type.Record(Type.String(), Type.String(), { description: 'what each field means' }),
          rows: Type.Array(Type.Record(Type.String(), Type.Unknown())),
        }),
      ),
    }),
  ),
});
