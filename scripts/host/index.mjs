/** What runs the pack: Node 24, this project's packages, n8n, a browser, Redis and Postgres. Each is brought when it is missing. */
export { ensureChromium } from './chromium.mjs';
export { ensureN8n } from './n8n.mjs';
export { ensureNode24, node24Environment, requireNode20 } from './node24.mjs';
export { ensurePostgres } from './postgres.mjs';
export { ensureProject, projectFolder } from './project.mjs';
export { ensureRedis } from './redis.mjs';
