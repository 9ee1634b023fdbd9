/** An action to be written, which applies a rule of its own to one actor. */
export interface NewAction {
  system: string;
  service: string;
  verb: string;
  /** One sentence, as the API's reader has it. */
  summary: string;
  /** The verb as a variable. */
  identifier: string;
  rule: string;
  /** Its file's name, without `.rules.ts`. */
  ruleFile: string;
  /** The actor, the file that keeps it, its state, and where that is declared. */
  actor: string;
  store: string;
  state: string;
  stateFrom: string;
  variable: string;
  missing: string;
}

/** services/<system>/<service>/actions/<verb>.ts */
export const actionFile = ({ service, verb, actor, store, rule, ruleFile }: NewAction): string => `
import { command } from '#mixins/actors';
import { ${rule} } from '../${ruleFile}.rules.ts';
import { ${actor} } from '../${store}.store.ts';

export default command('${service}.${verb}', {
  actor: ${actor},
  rule: ${rule},
  reply: ({ id }) => ({ id }),
});
`;

/** services/<system>/<service>/<verb>-<entity>.rules.ts: a rule that changes nothing yet. */
export const ruleFile = ({ rule, state, stateFrom, variable, summary }: NewAction): string => `
import type { ${state} } from '${stateFrom}';
import { becomes, type Decision } from '#mixins/actors/decision';

/** ${summary} */
export const ${rule} = (${variable}: ${state}): Decision<${state}> => becomes(${variable});
`;
