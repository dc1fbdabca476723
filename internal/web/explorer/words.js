// What the page says, in Chinese and English. The words of the graph stay as printed.

const wanted = [new URLSearchParams(location.search).get('lang'), ...navigator.languages, 'zh'];

// language is that of the address (?lang=), else the first of the browser's that the page has.
export const language = wanted.map((l) => (l ?? '').slice(0, 2).toLowerCase()).find((l) => l === 'zh' || l === 'en');

const column = language === 'zh' ? 0 : 1;

const words = {
  title: ['报谱', 'Baopu'],
  tagline: ['报纸上的人与事，句句有出处', 'People and events in the papers, each with its sentence'],
  search: ['搜索', 'Search'],
  searchLabel: ['搜索姓名、职务、地名、单位或正文', 'Search names, posts, places, bodies or text'],
  searchHint: ['例如：乌海市长，周金星，zhoujinxing', 'For example 乌海市长, 周金星, zhoujinxing'],
  all: ['全部结果', 'All results'],
  results: ['“{0}”的搜索结果', 'Results for “{0}”'],
  suggestions: ['{0} 条建议', '{0} suggestions'],
  language: ['English', '中文'],
  playground: ['自己写 GraphQL', 'Write GraphQL yourself'],
  loading: ['正在查询……', 'Asking…'],
  more: ['更多', 'More'],
  again: ['重试', 'Try again'],
  nothing: ['没有找到“{0}”。', 'Nothing was found for “{0}”.'],
  nothingHint: ['可以少写几个字，或改用拼音、简称、正文里的一句话。', 'Try fewer characters, pinyin, a short name, or words of the text.'],
  missing: ['图谱里没有这一条：{0}', 'The graph has no such thing: {0}'],
  missingHint: ['报道可能已被撤下。请重新搜索。', 'What it came from may have been removed. Search again.'],
  noPage: ['没有这一页。', 'There is no such page.'],
  empty: ['图谱还是空的。用 baopu load 读入报纸后再来。', 'The graph is empty. Read papers with baopu load, then come back.'],
  holding: ['图谱收有', 'The graph holds'],
  latest: ['最近的报道', 'Latest articles'],
  untitled: ['（无题）', '(untitled)'],
  articles: ['{0} 篇报道', '{0} articles'],
  article1: ['1 篇报道', '1 article'],
  seen: ['见报：{0}', 'In print {0}'],
  aliases: ['又名', 'Also'],
  shortNames: ['简称', 'Short names'],
  scope: ['所属地区', 'Jurisdiction'],
  ethnicity: ['民族', 'Ethnic group'],
  gender: ['性别', 'Gender'],
  path: ['全称', 'Full path'],
  code: ['区划代码', 'Division code'],
  level: ['级别', 'Level'],
  within: ['隶属', 'Part of'],
  place: ['地点', 'Place'],
  body: ['单位', 'Body'],
  type: ['类型', 'Type'],
  day: ['日期', 'Day'],
  signed: ['签署日', 'Signed on'],
  status: ['状态', 'Status'],
  sectors: ['领域', 'Sectors'],
  count: ['份数', 'Number'],
  page: ['第 {0} 版', 'page {0}'],
  posts: ['职务', 'Posts'],
  postsHere: ['谁任何职', 'Who holds which post'],
  holders: ['任职者', 'Holders'],
  noPosts: ['报道里没有写明职务。', 'No article states a post.'],
  noHolders: ['这一天没有已知的任职者。', 'Nobody is known to hold it on this day.'],
  noPostsHere: ['这一天没有已知的任职者。可以换一天，或看全部时间。', 'Nobody is known to hold a post on this day. Choose another, or all times.'],
  events: ['活动', 'Events'],
  eventsHere: ['在此举行的活动', 'Events here'],
  participations: ['参加的活动', 'Events in which it took part'],
  agreements: ['协议', 'Agreements'],
  quotes: ['说过的话', 'Words said'],
  mentions: ['提到的报道', 'Articles that name it'],
  organizations: ['所在单位', 'Bodies here'],
  parts: ['下属地方', 'Places within'],
  bodies: ['下属单位', 'Bodies below'],
  figures: ['数字', 'Figures'],
  parties: ['签约方', 'Parties'],
  signedAt: ['签署于', 'Signed at'],
  supplements: ['主协议', 'Supplements'],
  supplementedBy: ['附属协议', 'Supplemented by'],
  participants: ['参加者', 'Participants'],
  noParticipants: ['报道里没有写明参加者。', 'No article states who took part.'],
  noParties: ['报道里没有写明签约方。', 'No article states the parties.'],
  signedThere: ['签署的协议', 'Agreements signed'],
  whole: ['属于', 'Part of'],
  partsOf: ['包括', 'Parts'],
  on: ['截至', 'On'],
  allTimes: ['全部时间', 'All times'],
  filterTitle: ['筛选职务，如：市长', 'Filter by title, as 市长'],
  observed: ['见报 {0}', 'in print {0}'],
  observedTo: ['见报 {0} 至 {1}', 'in print {0} to {1}'],
  started: ['{0} 起任', 'since {0}'],
  ended: ['{0} 卸任', 'until {0}'],
  endInferred: ['（据继任者推断）', '(inferred from the next holder)'],
  endedBy: ['不晚于 {0} 卸任', 'over by {0}'],
  side: ['第 {0} 方', 'side {0}'],
  times: ['提到 {0} 次', 'named {0} times'],
  proofs: ['更多出处', 'More sentences'],
  proofsCut: ['只列出前 {0} 条。', 'Only the first {0} are listed.'],
  rule: ['规则 {0}', 'rule {0}'],
  confidence: ['可信度 {0}', 'confidence {0}'],
  holdersCut: ['更多任职者', 'More holders'],
  facts: ['本文的事实', 'Facts of this article'],
  named: ['本文提到', 'Named in this article'],
  noFacts: ['没有从这篇报道读出事实。', 'No facts were read out of this article.'],
  marks: ['点击正文中的标记，可看所记的事实。', 'Click a mark in the text to see what it tells.'],
  close: ['关闭', 'Close'],
  toMark: ['看原文', 'In the text'],
  holds: ['{0} 任 {1}', '{0}: {1}'],
  tookPart: ['{0} 参加 {1}', '{0} took part in {1}'],
  tookPlace: ['{0} 在 {1}', '{0} at {1}'],
  isParty: ['{0} 签订 {1}', '{0} is a party to {1}'],
  isSigned: ['{0} 签署于 {1}', '{0} signed at {1}'],
  says: ['{0} {1}', '{0} {1}'],
  tiedTo: ['与谁有联系？', 'How is it tied to …?'],
  ties: ['{0} 与 {1} 的联系', '{0} and {1}'],
  noTies: ['四步之内没有已知的联系。', 'No tie of four steps or fewer is known.'],
  noTiesHint: ['联系经由职务、活动、协议和单位；同一篇报道提到不算。', 'Ties go by posts, events, agreements and bodies; to be named in one article is none.'],
  isOf: ['{0} 属于 {1}', '{0} is a post of {1}'],
  isFor: ['{0} 在 {1}', '{0} is for {1}'],
  isPart: ['{0} 属于 {1}', '{0} is part of {1}'],
  reprint: ['本文转载自', 'A reprint of'],
  damaged: ['原文有损', 'damaged text'],
  fiction: ['虚构作品', 'fiction'],
  incomplete: ['只有半篇', 'half an article'],
  BAD_USER_INPUT: ['所问的内容不合要求，请改短或改写后再试。', 'The question was refused: shorten or change it.'],
  INVALID_CURSOR: ['列表已变，请从头再看。', 'The list has changed: begin again.'],
  QUERY_TIMEOUT: ['查询超时，请稍后再试，或缩小范围。', 'The question took too long: try later, or ask for less.'],
  TOO_LARGE: ['要查的内容太多，请缩小范围。', 'That is too much at once: ask for less.'],
  STORE_UNAVAILABLE: ['存储暂时无法读取，请稍后再试。', 'The store can’t be read now: try later.'],
  UNREACHABLE: ['连不上服务器。请确认 baopu 仍在运行，然后重试。', 'The server doesn’t answer. Make sure that baopu runs, then try again.'],
  INTERNAL: ['服务器出错，详情见其日志。', 'The server failed; its log says why.'],
};

// t is what the page says under a key, with {0}, {1} … in place.
export function t(key, ...values) {
  return words[key][column].replace(/\{(\d)\}/g, (_, i) => values[i]);
}

// around is what the page says under a key, in pieces, with nodes in place of {0}, {1} ….
export function around(key, ...nodes) {
  return words[key][column].split(/\{(\d)\}/).map((piece, i) => (i % 2 ? nodes[piece] : piece));
}

// says tells whether the page has a word of its own for a key.
export const says = (key) => Object.hasOwn(words, key);

// articleCount is how many articles.
export const articleCount = (n) => (n === 1 ? t('article1') : t('articles', n));

// between is a time from a day to another.
export const between = (from, to) => (from === to || !to ? from : `${from} – ${to}`);

// pageOf is the number of a page; a page without one is known by its file's name, which tells a reader nothing.
export const pageOf = (page) => (/^[0-9A-Z]{1,4}$/.test(page ?? '') ? t('page', page) : null);
