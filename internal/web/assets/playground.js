// Starts GraphiQL with what the page says: where the API is, and the questions that stand ready as tabs.
'use strict';
const config = JSON.parse(document.getElementById('config').textContent);
const fetcher = GraphiQL.createFetcher({ url: config.endpoint });
const explorer = React.createElement('a', { href: config.explorer, className: 'explorer' }, '探索 Explorer');
ReactDOM.createRoot(document.getElementById('playground')).render(
  React.createElement(
    GraphiQL,
    {
      fetcher,
      defaultTabs: config.tabs.length > 0 ? config.tabs : undefined, // GraphiQL can't start with no tab
      defaultEditorToolsVisibility: true,
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: true,
    },
    React.createElement(GraphiQL.Logo, null, explorer),
  ),
);
