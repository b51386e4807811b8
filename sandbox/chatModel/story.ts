import { missingTool, toolAnswers, type CompletionRequest, type Turn } from './request';

/** A conversation in which the model's part is written down. */
export interface Story {
	/** The model to ask for, which chooses the story. */
	readonly model: string;
	readonly turns: readonly Turn[];
}

/**
 * The turn that is next. The client sends the whole conversation each time, so nothing is remembered here: a story can be
 * told to many at once, and goes on after a restart.
 *
 * @throws Error where the story has no such turn, or calls a tool that the client does not offer
 */
export function nextTurn(stories: readonly Story[], { model, messages, tools }: CompletionRequest): Turn {
	const story = stories.find((each) => each.model === model);
	if (!story)
		throw new Error(
			`No story of the model "${model}". There are: ${named(stories.map((each) => each.model))}`,
		);
	const turn = turnAfter(story.turns, toolAnswers(messages).length);
	if (!turn) throw new Error(`The story "${model}" has no turn after its ${story.turns.length}`);
	const missing = missingTool(turn, tools);
	if (missing) {
		const offered = tools?.map((tool) => tool.function.name);
		throw new Error(`The story calls the tool "${missing.tool}". There are: ${named(offered)}`);
	}
	return turn;
}

/** Clients may pass the calls of one turn back as a message each, so results of tools are counted, not turns. */
function turnAfter([turn, ...rest]: readonly Turn[], results: number): Turn | undefined {
	if (turn === undefined || 'say' in turn || results < turn.call.length) return turn;
	return turnAfter(rest, results - turn.call.length);
}

const named = (names: readonly string[] = []) => names.join(', ') || 'none';
