/** What the model does at one turn: it says something, which ends its part, or calls tools. */
export type Turn = { readonly say: string } | { readonly call: readonly ToolCall[] };

/** A call of a tool that the client offers. */
export interface ToolCall {
	/** As the client names it; n8n writes `_` for the spaces in the name of a node. */
	readonly tool: string;
	readonly args: Readonly<Record<string, unknown>>;
}

/** A tool that a client offers. `parameters` is a JSON Schema. */
export interface OfferedTool {
	readonly function: { readonly name: string; readonly parameters?: { readonly properties?: object } };
}

/** The first call of a turn to a tool that the client does not offer. */
export const missingTool = (turn: Turn, tools: readonly OfferedTool[] = []): ToolCall | undefined =>
	'say' in turn
		? undefined
		: turn.call.find(({ tool }) => !tools.some((each) => each.function.name === tool));

export interface Message {
	readonly role: string;
	/** A text, or parts of one. */
	readonly content?: unknown;
}

/** The parts of a request for a completion that decide about the answer. */
export interface CompletionRequest {
	readonly model: string;
	readonly messages: readonly Message[];
	readonly tools?: readonly OfferedTool[];
	readonly stream?: boolean;
}

/** What tools have answered since the last message of a person, oldest first: the whole talk is sent each time. */
export function toolAnswers(messages: readonly Message[]): Message[] {
	const asked = messages.findLastIndex(({ role }) => role === 'user');
	return messages.slice(asked + 1).filter(({ role }) => role === 'tool');
}
