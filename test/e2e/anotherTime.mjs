/** Preloaded into n8n: its clock shows another time, which `CLOCK_STARTS_AT` gives, and goes on from there. */
const RealDate = Date;
const realNow = Date.now;
const ahead = RealDate.parse(process.env.CLOCK_STARTS_AT) - realNow();
const now = () => realNow() + ahead;

globalThis.Date = new Proxy(RealDate, {
	get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
	construct: (target, given, newTarget) =>
		Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
	apply: (target) => new target(now()).toString(),
});
