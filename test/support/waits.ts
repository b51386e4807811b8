/**
 * Makes waiting quick and visible: `sleep` of n8n-workflow moves the clock forward instead of the test's patience.
 * Import it before everything that imports n8n-workflow.
 */
const mockWaits: number[] = [];
let mockSkipped = 0;

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => {
		mockWaits.push(milliseconds);
		mockSkipped += milliseconds;
		await new Promise(setImmediate);
	},
}));

const realNow = Date.now.bind(Date);

beforeEach(() => {
	mockWaits.length = 0;
	mockSkipped = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + mockSkipped);
});

afterEach(() => jest.restoreAllMocks());

/** How long was waited for since the test began, one entry a wait, in milliseconds. */
export const waits: readonly number[] = mockWaits;
