import type { Skill } from '../skill';
import { commandSkills } from './commands';
import { hypothesis } from './hypothesis';
import { aboutIncident, incidentSkills } from './incidents';
import { serviceSkills } from './services';

/** All that the assistant can be asked; the first that fits a question answers it. */
export const skills: readonly Skill[] = [
	hypothesis,
	...commandSkills,
	...incidentSkills,
	...serviceSkills,
	aboutIncident,
];

/** What people can ask, as examples: questions first. */
export const examples: readonly string[] = [
	...serviceSkills,
	...incidentSkills,
	aboutIncident,
	...commandSkills,
].map(({ example }) => example);
