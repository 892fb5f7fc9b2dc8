# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Pointers to other pieces, and the words of buttons, bars and players: what a page says about itself."""

import re

from newsletter.collect.furniture.patterns import NO_CASE_ANY_SIGN, either, whole

_LABELS = either(
    r"read(?: (?:more|also|next|on|this|too|the (?:full|rest)\b.{0,40}|or share this story|the documents?))?",
    r"also read",
    r"more(?: (?:on|from|about|in|news|stories|coverage|reading|to read|like this)\b.{0,60})?",
    r"related(?: (?:stories|story|articles?|coverage|content|links?|videos?|news|reading|topics?|posts?))?",
    r"see (?:also|more|related)",
    r"watch(?: (?:more|also|next|now|live|this|the (?:full )?(?:video|clip|moment|interview)))?",
    r"listen(?: (?:now|here|to (?:the )?(?:podcast|episode|this)))?",
    r"hear more",
    r"(?:see|watch|hear) it",
    r"(?:new|latest|our) (?:podcast|video|episode|newsletter|series|quiz|documentary|film)",
    r"videos?",
    r"(?:photo )?gallery",
    r"photos",
    r"in (?:photos|pictures)",
    r"slide ?show",
    r"(?:go|dig) deeper",
    r"don't miss",
    r"must[- ](?:read|watch|see)",
    r"recommended(?: for you| reading)?",
    r"you (?:may|might) (?:also )?(?:like|be interested in)",
    r"trending(?: (?:now|in|on)\b[^:]{0,40})?",
    r"(?:most|recently) (?:read|popular|viewed|shared|watched|discussed|commented)(?: (?:in|on|this|today|"
    r"now)\b[^:]{0,40})?",
    r"also (?:today|this week|(?:on|in|at|from|by) (?-i:[A-Z]))[^:]{0,40}",
    r"play(?: (?:now|video|audio|the (?:video|clip)))?",
    r"popular(?: now)?",
    r"top stories",
    r"latest(?: news| stories| headlines)?",
    r"further reading",
    r"full (?:coverage|story|video)",
    r"special coverage",
    r"up next",
    r"next up",
    r"(?:keep|continue) reading",
    r"editors?'? picks?",
    r"what to read next",
    r"explore(?: more)?",
    r"interactive",
    r"quiz",
    r"sponsored",
    r"advertisement",
    r"paid content",
    r"promoted",
    r"from the archives?",
    r"in case you missed it",
    r"(?:full )?story|report|feature|interview",
    r"icymi",
    r"(?:opinion|analysis|explained|explainer|comment|editorial|perspective|commentary|fact[- ]check|live|live "
    r"updates|podcast|"
    r"poll|profile|timeline|letters|column|also|plus|next|previous(?:ly)?|in depth|long read|the full list|big read|"
    r"take our "
    r"quiz|photo essay|download|subscribe|sign up|join|donate|about the authors?|for subscribers|newsletter|events?|"
    r"shop)",
)
#: A label, a mark, and what it points to.
LABELLED = re.compile(
    rf"[\W_]*(?:(?:{_LABELS})\s*(?:[:|»>→]|\.\.\.|…).*|(?:read more|read next|related|see also) [–—-] .*|"
    r"analysis(?:/opinion)?:)|"
    r"\W{0,3}(?:videos?|photos?|pictured?|images?|graphic|map|chart|listen|watch|audio|clip)"
    r"(?: \([^()]{1,20}\))? (?:above|below|left|right|top|inset)\s?[:|–—-].*|"
    r"\W{0,3}[\[(](?:watch|video|listen|audio|photos?|pictures|gallery|read|exclusive|live|podcast)[\])] .*",
    NO_CASE_ANY_SIGN,
)
POINTER = whole(
    r"read (?:more|on)",
    r"read (?:it here|more (?:about|from|on|at|of|here|for)\b.{0,80})",
    r"read the (?:full|whole|entire|rest of the|complete|original) "
    r"(?:story|article|report|post|piece|interview|transcript|statement|letter|text)\b.{0,60}",
    r"(?:continue|keep) reading\b.{0,40}",
    r"(?:learn|find out|read|discover|hear) more (?:about|on|from|at|in|of)\b.{0,120}",
    r"also (?:in the news|on (?-i:[A-Z])|this week|today|in this (?:issue|edition|newsletter))\b.{0,40}",
    r"(?:powered|funded|supported|brought to you|made possible) (?:entirely )?by [^,.]{2,40}(?:, not [^,.]{2,40})?",
    r"see (?:more|also|all|related|photos?|the (?:full )?(?:list|video|photos?))\b.{0,60}",
    r"more (?:on this|from|stories|coverage|news|to come)\b(?!.{0,60}\b(?:will|was|were|is|are|have|has|had|came|"
    r"come)\b).{0,60}",
    r"go deeper\b.{0,40}",
    r"(?:watch|listen|view)(?: (?:it|this|live|now|here|more|"
    r"the (?:full )?(?:video|clip|interview|episode|segment|moment|podcast|slideshow|gallery)))?"
    r"(?: (?:above|below|here|now|live))?",
    r"click (?:here|to|below|on|for)\b.*",
    r"tap (?:here|to)\b.*",
    r"can't see .{0,40}\?",
    r"visit .{0,60}\b(?:home ?page|web ?site|for more)\b.{0,60}",
    r"for more\b.{0,100}\b(?:visit|click|go to|read|see|follow|subscribe|listen|tune in|watch|sign up|check|head|"
    r"join|download|get|"
    r"find|turn to|call|contact|e-?mail)\b.*",
    r"related (?:stories|story|articles?|coverage|content|links?|videos?|news|posts?|topics?)",
    r"trending(?: now)?",
    r"recommended(?: for you| stories)?",
    r"you (?:may|might) also like\b.{0,60}",
    r"(?:story|article) continues\b.{0,60}",
    r"continues? below\b.{0,30}",
    r"full coverage\b.{0,40}",
    r"scroll (?:down |on |past )?(?:to|for|past|below|through)\b.{0,120}",
)
#: "… a dramatic shift in Congress Read more": the pointer's own button, glued to its headline.
GLUED_POINTER = re.compile(r"\w[\"”']? (?:Read more|READ MORE|Continue reading|Read the full story)\W*$")
#: Characters at the end of a line, in which such a pointer stands.
_POINTER_AT_END = 80
_BROKEN_OFF = re.compile(
    r"(?:…|\.{3})[\]\)]? ?(?P<pointer>[\[\(]?"
    r"(?:(?:read|see|click for|watch|full|continue|keep)(?: \w+){1,3}|more|video|gallery)"
    r"(?:…|\.{3})?[\]\)]?|\[\+\d+ chars\])\W{0,3}$",
    NO_CASE_ANY_SIGN,
)


def pointer_to_the_rest(line: str) -> str:
    """What sends the reader elsewhere, where a text breaks off: "The Senate voted to … Read more"; empty for none."""
    end = line[-_POINTER_AT_END:]
    broken = _BROKEN_OFF.search(end) if "…" in end or "..." in end else None
    return end[broken.start("pointer") :] if broken else ""


#: A post of a social network, signed as embedding signs it.
EMBEDDED_POST_ENDS = re.compile(
    r"[—–-]\s?.{1,60}\(@\w{1,40}\)\s+(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})\W*$"
)
INTERFACE = whole(
    r"(?:link|url|address) copied(?: to (?:your |the )?clipboard)?",
    r"(?:skip|before|after|start of|end of) (?:the |past )?(?:newsletter|podcast|story|article) "
    r"(?:promotion|sign-?up|promo|body)",
    r"list (?:of \d{1,2} items?|\d{1,2} of \d{1,2})\b.{0,400}",
    r"advert(?:isement|ising)?s?(?:\W{1,5}(?:scroll|story|article|content|continue|keep|skip|remove)\b.{0,40})?",
    r"ends?",
    r"(?:top|more|other|latest|related|popular|trending|featured|must-read) (?:stories|headlines|news|videos|"
    r"articles|posts)",
    r"(?:here(?:'s| is| are) )?(?:what|everything|all) (?:you (?:need|have|should|want) to |to |we )know\b.{0,60}",
    r"(?:here are )?(?:the )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|key|main|top)(?: (?:key|big|"
    r"main|top))? "
    r"(?:takeaways?|things to (?:know|watch)|talking points|highlights)\b.{0,80}",
    r"(?:key )?takeaways? from\b.{0,80}",
    r"ads?",
    r"sponsored(?: content)?",
    r"paid (?:post|content)",
    r"close|loading|play|pause|mute",
    r"(?:play )?(?:twitter|facebook|youtube|instagram|whatsapp|linkedin)",
    r"email|print|share|tweet|save",
    r"(?:(?:facebook|twitter|x|whatsapp|e-?mail|print|linkedin|reddit|flipboard|pinterest|messenger|telegram|"
    r"bluesky|threads|"
    r"sms|share|save|copy(?: the)? link|link copied|bookmark|tweet|post|comment|more|pocket|instagram|tiktok|youtube|"
    r"gift(?: this article)?)[\s,|•·/+-]{0,5}){2,20}",
    r"scroll (?:down )?(?:to|for|past)\b.{0,30}",
    r"(?:show|load|see|view|read|watch|hear) (?:more|less|all)(?: .{0,30})?",
    r"more (?:like this|from .{1,30}|stories|news|on .{1,30}|in .{1,30}|headlines|to explore)",
    r"from (?:our|the|around the) (?:partners?|web|archives?|newsroom|sponsors?|editors?|network)",
    r"manage (?:your )?(?:preferences|cookies|settings|consent|newsletters|account)",
    r"(?:(?:the )?editors?'?s?'?|our|top|staff|reader|today's) (?:picks?|favou?rites|choices?)",
    r"(?:our|the) (?:latest|top|best|other) (?:stories|coverage|videos|podcasts|newsletters|reads)",
    r"(?:up|coming|read|watch) next|next (?:article|story|up)|previous (?:article|story)",
    r"(?:add|set) (?:us )?as (?:a )?preferred source.{0,30}",
    r"\d+ of \d+",
    r"(?:skip past|before|after|end of|skip) (?:newsletter|app|podcast)? ?(?:promotion|advert(?:isement)?|newsletter)",
    r"(?:play|pause|watch|view|open|expand|toggle|enlarge) (?:video|audio|image|gallery|menu|full ?screen|caption|"
    r"slideshow)",
    r"(?:text|font) size|sponsor(?:ed|'s)? (?:message|post|link)s?|(?:purchase |buy )?licen[cs]ing rights|save "
    r"(?:article|story)",
    r"(?:powered|funded|supported|backed|brought to you|made possible|paid for|produced|sponsored|presented) "
    r"(?:entirely )?by "
    r"[^,]{2,40}",
    r"what (?:to|we're|we are|you should|else to) (?:read|watch|know|hear|listen to)\b.{0,30}",
    r"allow .{2,30} content",
    r"file (?:photo|image|picture)|stock image|library (?:image|picture)",
    r"(?:all )?fields? (?:are |marked )?required.{0,30}|submit|i agree|no thanks|not now|maybe later|got it|dismiss",
    r"swipe (?:left|right|up|for|to)\b.{0,30}",
    r"(?:most|recently) (?:viewed|read|popular|shared|watched|commented|discussed)(?: (?:in|this|today|now)\b.{0,30})?",
    r"(?:your )?(?:privacy|cookies?) (?:policy|settings|notice|choices|preferences)|do not sell\b.{0,60}",
    r"terms (?:of (?:use|service)|and conditions|& conditions)",
    r"copy(?: the)? link|link copied|gift this (?:article|story)|bookmark|listen to (?:this )?(?:article|story)",
    r"allow and continue|accept (?:all|and continue)|(?:reject|decline) all",
    r"video|photo|audio|image|pullquote|music",
    r"sign ?(?:up|in)|log ?in|subscribe",
    r"menu|search|home|back to top|skip to .{1,40}",
    r"share (?:this|on)\b.{0,60}",
    r"(?:(?:view|show|hide|load|read|leave a|add a|post a|\d+|no) )?comments?(?: are closed| off| \(\d+\))?",
    r"embed|transcript|site (?:mobile )?navigation|report a typo|print this|add interest|about the author",
    r"(?:tags?|filed under|topics?|categories):.{0,100}",
    r"read (?:time|later)",
)
