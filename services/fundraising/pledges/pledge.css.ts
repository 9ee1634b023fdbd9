/** The style of a pledge's page: the system's own fonts and colours, light or dark; controls wide enough for a thumb. */
export const css = `
:root { color-scheme: light dark; --soft: color-mix(in srgb, CanvasText 70%, Canvas); --line: color-mix(in srgb, CanvasText 20%, Canvas); --calm: color-mix(in srgb, CanvasText 7%, Canvas); --good: color-mix(in srgb, #12914a 16%, Canvas); --bad: color-mix(in srgb, #d3352a 16%, Canvas); }
* { box-sizing: border-box; }
body { margin: 0; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
h1, h2, p { margin: 0; overflow-wrap: anywhere; }
h1, h2 { font-size: .95rem; font-weight: 550; color: var(--soft); }
main { max-width: 30rem; margin: 0 auto; padding: 2rem 1.25rem 0; }
header { text-align: center; }
.campaign { font-size: 1.25rem; line-height: 1.3; font-weight: 600; }
.amount { margin-top: .5rem; font-size: 2.5rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.standing { margin-top: 1.5rem; padding: 1rem; border-radius: .75rem; background: var(--calm); text-align: center; }
.standing h2 { font-size: 1.15rem; font-weight: 650; color: inherit; }
.standing.good { background: var(--good); } .standing.bad { background: var(--bad); }
section, form { margin-top: 1.75rem; }
.message { white-space: pre-wrap; }
.act, button { display: block; width: 100%; min-height: 3rem; margin-top: .75rem; padding: .7rem 1rem; border: 1px solid var(--soft); border-radius: .75rem; background: transparent; color: CanvasText; font: inherit; font-weight: 550; text-align: center; text-decoration: none; cursor: pointer; }
.act { border-color: CanvasText; background: CanvasText; color: Canvas; font-size: 1.1rem; font-weight: 650; }
button:hover { background: var(--calm); } .act:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid LinkText; outline-offset: 2px; }
label { display: block; margin-bottom: .25rem; font-size: .95rem; font-weight: 550; color: var(--soft); }
label.tick { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; margin: .5rem 0 0; font-weight: 400; color: CanvasText; }
.tick input { flex: none; width: 1.35rem; height: 1.35rem; margin: 0; accent-color: LinkText; }
textarea { display: block; width: 100%; padding: .6rem .75rem; border: 1px solid var(--soft); border-radius: .5rem; background: Canvas; color: CanvasText; font: inherit; resize: vertical; }
ol, ul { margin: .25rem 0 0; padding: 0; list-style: none; }
li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
time { white-space: nowrap; }
ul + p { margin-top: .6rem; }
ol time { color: var(--soft); font-size: .9rem; }
footer { max-width: 30rem; margin: 2rem auto 0; padding: 1rem 1.25rem 2rem; color: var(--soft); font-size: .8rem; text-align: center; overflow-wrap: anywhere; }
`;
