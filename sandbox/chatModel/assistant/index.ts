import { missingTool, type CompletionRequest, type OfferedTool, type ToolCall, type Turn } from '../request';
import type { Model } from '../routes';
import { answersIn, incidentIn, questionIn, type ToolAnswer } from './conversation';
import { isRow, type ToolRow } from './rows';
import type { Skill } from './skill';
import { examples, skills } from './skills';

/**
 * A model that answers people's questions about incidents from what PagerDuty's tools give: scripted, so that agents can be
 * tried without a key and say the same each time. It takes any model's name, as workflows name a real one.
 *
 * @param now the time there, which "this week" counts from
 */
export const assistant = (now: () => Date): Model => ({
	models: ['sandbox'],
	next: (request) => offered(turnOf(request, now()), request.tools),
});

/** The turn that follows from the talk so far, all of which clients send each time. */
function turnOf({ messages }: CompletionRequest, now: Date): Turn {
	const question = questionIn(messages);
	const skill = skills.find(({ pattern }) => pattern.test(question));
	if (!skill) return { say: helpText };
	const answers = answersIn(messages);
	const trouble = answers.find((answer) => 'trouble' in answer);
	if (trouble) return { say: `I could not do that. ${trouble.trouble}` };
	const groups = skill.pattern.exec(question)?.groups ?? {};
	const talk = {
		named: (group: string) => groups[group]?.trim() ?? '',
		incident: incidentIn(messages),
		answers: answers.flatMap(rowsIn),
		question,
		now,
	};
	return stepAfter(skill, talk.answers.length)(talk);
}

const rowsIn = (answer: ToolAnswer): Array<readonly ToolRow[]> => ('rows' in answer ? [answer.rows] : []);

function stepAfter({ steps }: Skill, answers: number) {
	const step = steps[answers];
	if (!step) throw new Error(`More tools have answered than were asked: ${answers}`);
	return step;
}

const helpText = [
	'I am a script that stands in for a language model, so I understand only questions like these:\n',
	...examples.map((example) => `- ${example}`),
].join('\n');

/** A turn in the form in which the client offers its tools; one that it does not offer is named instead. */
function offered(turn: Turn, tools: readonly OfferedTool[] = []): Turn {
	if ('say' in turn) return turn;
	const missing = missingTool(turn, tools);
	if (missing)
		return { say: `For that I need the tool “${missing.tool.replaceAll('_', ' ')}”, which I do not have.` };
	return { call: turn.call.map((each) => wrapped(each, tools)) };
}

/** n8n wraps the parameters of a tool that a person reviews. */
function wrapped({ tool, args }: ToolCall, tools: readonly OfferedTool[]): ToolCall {
	const schema = tools.find((each) => each.function.name === tool)?.function.parameters?.properties;
	const isReviewed = isRow(schema) && 'toolParameters' in schema;
	return { tool, args: isReviewed ? { toolParameters: args } : args };
}
