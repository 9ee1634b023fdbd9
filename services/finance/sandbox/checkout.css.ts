/** The style of the checkout page: the system's own fonts, contrast of 4.5:1 and more, controls wide enough for a thumb. */
export const css = `
:root {
  --ground: #f3f5f8; --card: #fff; --ink: #16202e; --soft: #55627a; --line: #d5dbe5;
  --act: #1a56db; --act-over: #1646b4; --on-act: #fff; --ring: #1a56db;
  --good: #0b6b3a; --good-ground: #e5f5ec; --bad: #a3261b; --bad-ground: #fdeceb;
  --calm-ground: #eaeff7; --sandbox: #7a4b00; --sandbox-ground: #fff1d6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e141d; --card: #18212d; --ink: #edf1f7; --soft: #a5b1c4; --line: #344156;
    --act: #8ab4ff; --act-over: #a8c7ff; --on-act: #0a1730; --ring: #a8c7ff;
    --good: #7ddba5; --good-ground: #12301f; --bad: #ff9d94; --bad-ground: #3a1815;
    --calm-ground: #222d3d; --sandbox: #ffcf7a; --sandbox-ground: #3a2a0a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
h1, h2, p { margin: 0; }
.sandbox { padding: .6rem .75rem; background: var(--sandbox-ground); color: var(--sandbox); text-align: center; font-size: .9rem; }
.sandbox strong { letter-spacing: .08em; margin-right: .4rem; }
main { max-width: 27rem; margin: 1.25rem auto 0; padding: 1.75rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
header { text-align: center; }
h1 { font-size: 1rem; font-weight: 500; color: var(--soft); }
.amount { margin-top: .15rem; font-size: 2.5rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.what { margin-top: .25rem; font-size: .85rem; color: var(--soft); overflow-wrap: anywhere; }
.standing { margin-top: 1.5rem; padding: 1rem; border-radius: .75rem; background: var(--calm-ground); text-align: center; }
.standing h2 { font-size: 1.1rem; }
.standing.good { background: var(--good-ground); } .standing.good h2 { color: var(--good); }
.standing.bad { background: var(--bad-ground); } .standing.bad h2 { color: var(--bad); }
form { margin-top: 1.5rem; }
button { width: 100%; min-height: 3rem; padding: .6rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: transparent; color: var(--ink); font: inherit; font-weight: 550; cursor: pointer; }
button:hover { border-color: var(--soft); }
button.pay { min-height: 3.5rem; border-color: var(--act); background: var(--act); color: var(--on-act); font-size: 1.1rem; font-weight: 650; }
button.pay:hover { border-color: var(--act-over); background: var(--act-over); }
.others { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: .75rem; margin-top: .75rem; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
details { margin-top: 1.25rem; border-top: 1px solid var(--line); }
summary { padding: .75rem 0; color: var(--soft); font-size: .9rem; cursor: pointer; }
details p { color: var(--soft); font-size: .85rem; }
label { display: block; margin: .75rem 0 .25rem; font-size: .9rem; }
input, select { width: 100%; min-height: 2.75rem; padding: .4rem .75rem; border: 1px solid var(--soft); border-radius: .5rem; background: var(--card); color: var(--ink); font: inherit; }
.history { margin-top: 1.5rem; }
.history h2 { font-size: .9rem; font-weight: 500; color: var(--soft); }
ol { margin: .25rem 0 0; padding: 0; list-style: none; }
li { display: grid; grid-template-columns: 1fr auto; padding: .6rem 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
li:last-child { border-bottom: 0; padding-bottom: 0; }
time { grid-column: 1 / -1; color: var(--soft); font-size: .8rem; }
footer { max-width: 27rem; margin: 0 auto; padding: 1rem 1.5rem 2rem; color: var(--soft); font-size: .75rem; text-align: center; overflow-wrap: anywhere; }
@media (max-width: 30rem) { main { margin-top: 0; border-width: 0 0 1px; border-radius: 0; } }
`;
