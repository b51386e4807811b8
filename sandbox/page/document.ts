import { Html, html } from './escape';
import { style } from './style';

/** A whole page in the sandbox's style. `body` is its element `<body>`. */
export const htmlDocument = (title: string, body: Html): Html =>
	html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>${title}</title>
				<link rel="icon" href="data:," />
				<style>
					${new Html(style)}
				</style>
			</head>
			${body}
		</html>`;
