# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""Who made a piece and its pictures, whose it is and when it was changed: credits, tails, notes and authors."""

import re

from newsletter.collect.furniture.patterns import NO_CASE, anywhere, whole

_AGENCIES = (
    r"(?:AP|A\.P\.|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|UPI|Bloomberg|Zuma(?: Press)?|Shutterstock|TNS|iStock|"
    r"Alamy|PA(?: (?:Wire|Media|news agency))?|Press Association|Agence France-Presse|dpa|Redux|Polaris|NYT|"
    r"Associated Press|CNP|Sipa|SIPA|MediaNews)"
)
CREDIT = re.compile(
    # Two names and a stroke: (Theo Lind/Halyard News)
    r"[(\[]?[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3} ?[/|] ?[A-Z][\w.'-]+(?: (?:[A-Z][\w.'-]*|via|of|for|the|"
    r"and)){0,6}[)\]]?|"
    # A caption with its agency: Helen Marsh leaves Downing Street (PA Wire)
    rf"[^()]{{1,300}}\({_AGENCIES}[^()]{{0,30}}\)|"
    r"\W*+(?:(?i:photo(?:graph)?s?|picture|illustration|graphic|image|screen ?(?:shot|grab)|composite|handout|cover)"
    r"(?i: (?:credits?|illustration|courtesy|caption|copyright|source))?\s*(?::|/|(?i:by) [A-Z]|(?i:courtesy)\b).*|"
    r"(?i:image|media) (?i:copyright|caption|source)\b.*|"
    r"(?i:(?:view )?slideshow) ?\(\d+.*|"
    r"(?i:pool|handout|file|courtesy)[\w ]{0,20} (?:via|of|from) .{2,40}|"
    r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty|File|Pool|Courtesy)\s?(?:[Pp]hoto|PHOTO|[Ff]ile|/).*|"
    r"(?i:credits?)\s?(?:[:.…]|[A-Z][a-z]+ [A-Z]).*|"
    r"(?i:courtesy of) [A-Z].*|"
    rf"{_AGENCIES}[\s)]*|"
    r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3} (?:for|FOR) (?:The [A-Z]|THE [A-Z]|[A-Z]{3,})[\w ]{0,30}/?[\s)]*)|"
    r".*\b(?i:hide caption|toggle caption)\W*|"
    rf"[.?!…\s]*+[^.?!]*(?:/|\||—|, )\s?{_AGENCIES}(?: via .*| for .*)?(?:, (?i:file)| (?i:file))?[\s)\]|]*",
    re.DOTALL,
)
#: A picture's or player's own words, glued before the caption; whatever follows is the caption.
CAPTION_OPENS = re.compile(
    r"\W*(?:\d+ of \d+ )?(?:hide|show|toggle) caption\b|\W*media playback is unsupported\b|\W*enlarge this image\b",
    NO_CASE,
)
#: A caption ends with who took the picture, in brackets.
CAPTION_ENDS = re.compile(
    r"[(\[](?:(?i:photos?|picture|illustration|credit|image|graphic|screenshot)|AP|REUTERS)\b[^()\[\]]{0,120}[)\]]\.?$|"
    rf"\([^()]{{3,60}}(?:/|, | via ){_AGENCIES}\b[^()]{{0,30}}\)\.?$|"
    r"[.!?…”\"] (?:Photo(?:graph)?s?|Picture|Image|Illustration|Composite|Credit)(?: credit)?: [^.!?:]{2,80}$|"
    rf"[.!?…”\"] [A-Z][\w'-]+(?: [A-Z][\w.'-]*){{0,3}}\s?(?:/|, | via ){_AGENCIES}\b[^.!?]{{0,30}}$"
)
#: Two names at least before the stroke: "(Mia Orr / Northlight)", and not "(Labour / Co-op)".
CAPTION_NAMES = re.compile(r"\([A-Z][\w.'-]+ [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2} ?/ ?[A-Z][^()]{2,40}\)$")
COPYRIGHT_OPENS = re.compile(
    r"\W*(?:copyright\b\s*+(?:©|\(c\)|\d{4}|by\b|\W*$)|©|\(c\) ?\d{4}|"
    r"(?:re)?(?:printed|published|posted|distributed) (?:here )?(?:with|by) permission\b|distributed by (?-i:[A-Z]))",
    NO_CASE,
)
COPYRIGHT = anywhere(
    r"all rights reserved\W*$",
    r"may not be (?:published|reproduced|republished|copied|rewritten|redistributed|broadcast|distributed)\b",
    r"(?:reprint|republication|re-?publishing) permissions?\b",
    r"for licensing opportunities\b",
    r"is available without charge to any eligible\b",
)
AGENCY_TAIL_OPENS = re.compile(
    r"\W*(?:contribut(?:ing|ors?|ed by)\b\s*:?.{0,120}$|"
    r"(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|translated|fact-checking)"
    r"(?: and (?:writing|editing|reporting))? by:? (?-i:[A-Z])"
    r"(?!.*\b(?:found|finds|shows?|showed|reveal\w*|suggests?|has|led)\b)|"
    r"(?:hosted|presented|narrated|produced|filmed) by (?-i:[A-Z])[\w.'-]+(?:,? (?:and )?(?-i:[A-Z])[\w.'-]+){0,8}\W*$|"
    r"with (?:agency|agencies|ap|reuters|afp|pa|the associated press)\W*$|"
    r"with (?:reporting|files|contributions|additional reporting|information|material|(?:the )?\w+ wires?)\b|"
    r"(?:a|another) version of this (?:article|story|post|piece|column)\b|"
    r"the post .{1,200} (?:appeared|was) first (?:on|published)\b|"
    r"(?:the )?(?:opinions?|views?)(?: and (?:opinions|views))? (?:expressed|represented)\b|"
    r"source\s*:.{0,60}$|"
    r"content created by\b)",
    NO_CASE,
)
AGENCY_TAIL = anywhere(
    r"(?:writers?|reporters?|correspondents?|journalists?|staff|bureau|researchers?|media|news|press)\b[^.]{0,120}"
    r"\b(?:contributed|reported from [\w ,]{2,40})\W*$",
    r"(?:re-?publish|reprint|re-?print|share) (?:this|our) (?:article|stor(?:y|ies)|work|content)\b",
    r"creative commons licen[cs]e\b",
    r"reported from (?-i:[A-Z])[\w.]+(?:(?:,| and|,? (?-i:[A-Z])[\w.]+|,? (?-i:[A-Z])[\w.]+ (?-i:[A-Z])[\w.]+| from|"
    r" in)"
    r" ?){0,8}(?-i:[A-Z])?\w*\.?$",
    r"contribut(?:ed|ing) (?:additional |further )?(?:reporting|research|writing)\b",
    r"contribut(?:ed|ing) to this (?:report|story|article|post|column|piece|dispatch)\b(?!'s)",
    r"this (?:article|story|post|piece|column|essay|commentary|report|interview|op-ed) (?:(?:was|has been|is) )?"
    r"(?:(?:originally|first|also|previously|adapted|based|produced|republished|reprinted|excerpted|co-?published|"
    r"published|provided|supported) )+(?:appeared|published|ran|posted|aired|broadcast|recorded|in|on|at|by|from|"
    r"with)\b",
    r"this (?:article|story|post|piece|column|essay|report|interview|series|episode|video) (?:was|has been|is) "
    r"(?:edited|produced|"
    r"reported|written|translated|compiled|fact-checked|adapted|mixed|recorded|made|funded) (?:by|in|for|from|with)\b",
    r"does not work for,? |would benefit from this (?:article|story|piece)\b|no relevant affiliations\b",
    r"(?:material|information|reporting|contributions?) from .{2,60}\b(?:was|were) (?:used|included)\b",
    r"(?:was|were) used in this (?:report|article|story)\b",
    r"(?:opinions?|views?)\b.{0,40}\b(?:author|writer|contributor)(?:s|'s|s')? (?:own|alone)\b",
    r"this (?:page|story|article|report) will be updated\b",
    r"transcripts? (?:are|is|was|were) (?:created|provided|produced)\b",
    r"(?:trust|reporting) principles\W*$",
)
UPDATE_NOTE = whole(
    r"this (?:story|article|post|report|page|piece) (?:has been|was|is being|will be|is) "
    r"(?:updated|corrected|revised|more than \d+)\b.*",
    r"this is a (?:breaking|developing|fast-moving)(?: news)? story\b.*",
    r"(?:this|the) (?:breaking |news )?(?:story|article|report|page|post|situation) is (?:still |now )?"
    r"(?:developing|breaking|evolving|being updated)\b(?: and\b.*|[;,—–].*)?",
    r"(?:developing|breaking)(?: news| story)?(?: ?[;:,—–-] ?(?:more|updates?|check|refresh)\b.*)?",
    r"(?:more|updates?|(?:more |further |full )?details) (?:to follow|follows?|to come|soon|as (?:we|it)\b.{0,40})",
    r"check back\b.*",
    r"(?:last |first )?(?:updated|published|posted|modified|originally published)\b\s*+:?\s*+(?:at |on )?"
    r"(?!.{0,90}\b(?:is|was|were|are|has|have|had|the|a|an|found|shows?)\b)[^.]{0,50}\d.{0,30}",
    r"[1-9]\d{0,2} (?:minutes?|hours?|days?|weeks?|months?|years?) ago",
    r"(?:editor|author|publisher)'?s?'? notes?\s*[:.].*",
    r"[1-9]\d{0,2} min(?:ute)?s? read",
)
_NAME = r"[A-Z][\w.'-]*(?:(?: (?:de|van|von|der|la|al))? [A-Z][\w.'-]*){1,3}"
BYLINE = re.compile(
    rf"\W*(?i:by|story by|from) {_NAME}(?:(?:,| and| \||;| –| —| /) ?{_NAME})*"
    r"(?:(?:,| \|| –| —) ?"
    r"(?i:[\w ]{0,30}(?:writer|reporter|correspondent|editor|staff|press|news|contributor|reuters|bureau)\b)"
    rf".{{0,40}})?\s*|[—–•-]+ ?{_NAME}(?:(?: and|,) {_NAME})*"
)
#: "By Ann Lee | ann.lee@ledger.example | The Ledger": a name, and what is set off from it.
BYLINE_OPENS = re.compile(rf"\W*(?i:by|story by|from|words by) {_NAME}")
PARTS = re.compile(r" [|•·] |\S@\S|\[email\s?protected\]")
# ---- About the author, told by its place at the end of a text

_FULL_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
#: "Jonah Feld follows the campaign for The Ballot Watch.", "Ann Lee is a national reporter at …".
BIO = re.compile(
    rf"\W*(?:Dr\. |The author, )?(?!The ){_FULL_NAME}(?:, [^,]{{2,60}},)? (?:"
    r"(?:covers|follows|edits)\b.*\bfor\b.*|(?:writes|reports|blogs|tweets) (?:about|on|for|from)\b.*|"
    r"(?:is|was|are)\b.*\b(?:reporter|correspondent|writer|editor|columnist|contributor|journalist|producer|"
    r"commentator|"
    r"fellow|anchor|host|author of|bureau chief|blogger|intern)\b.*)",
    re.DOTALL,
)
#: A paragraph that opens with a name, which is the first group.
NAMED = re.compile(rf"\W*(?:Dr\.? |Prof\.? |The author, )?({_FULL_NAME})")
#: "Jane Doe covers Congress.", "Bo Park has reported from Ohio since 2011."
INTRODUCES = re.compile(
    rf"\W*(?:Dr\.? |Prof\.? )?(?!The ){_FULL_NAME}(?:, [^,]{{2,60}},)? "
    r"(?:(?:covers|writes|reports|blogs|edits|hosts|anchors|presents|co-hosts)\b(?! that\b)|"
    r"(?:teaches|directs|lives|works|studies|leads|served|heads|runs|chairs)\b.{0,160}\b(?:writes?|writer|author|"
    r"columns?|"
    r"columnist|newsletter|reporter|editor|books?)\b|"
    r"(?:has|have) been .{2,80}\b(?:bureau|reporter|correspondent|editor|writer|columnist|newsroom|covering|(?:Post|"
    r"Times|News|"
    r"Journal|Courier|Gazette|Herald|Tribune|Ledger|Chronicle|Mail|Telegraph|Star|Sun) since)\b|"
    r"(?:has|have) (?:covered|reported|written|worked as)\b|joined .{2,40} (?:as an?|in \d{4})\b.{0,80}"
    r"(?:reporter|editor|correspondent|writer|covering|intern|producer)\b|"
    r"(?:is|was|are)\b.{0,100}\b(?:reporters?|correspondents?|writers?|editors?|columnists?|contributors?|journalists?|"
    r"producers?|commentators?|bloggers?|interns?|professor|lecturer|author|historian|fellow)\b)"
)
_ROLE = (
    r"(?:reporter|correspondent|writer|columnist|editor|producer|journalist|contributor|newscaster|presenter|blogger|"
    r"bureau chief|critic|photographer|photojournalist|cartoonist|intern)"
)
_BIO_SUBJECT = rf"\W*(?:Dr\. )?(?!The ){_FULL_NAME}(?:, (?!(?:a|an|the) )[^,]{{2,60}},)?"
#: A plain word about the author, wherever it stands: "Lee Park covers the statehouse for The Ledger."
PLAIN_BIO = re.compile(
    rf"{_BIO_SUBJECT} (?:"
    r"(?:covers|follows|edits|writes (?:about|on)|reports (?:on|from)|blogs about|photographs)\b[^.]{2,120} (?:for|"
    r"at) (?:The [A-Z]"
    r"|the (?:[A-Z][\w'&-]* ){0,4}(?:News|Times|Post|Journal|Courier|Gazette|Herald|Tribune|Ledger|Chronicle|Mail|"
    r"Telegraph|"
    r"Star|Sun|Press|Observer|Examiner|Bulletin|Record|Dispatch|Register|Sentinel|Globe|Standard|Independent|"
    r"Reporter)\b|"
    r"(?:[A-Z][\w'&-]* ){0,4}(?:News|Times|Post|Journal|Courier|Gazette|Herald|Tribune|Today|Press|Reuters|AP|BBC|"
    r"NPR|PBS|CNN|"
    r"Bloomberg|Radio|TV|Magazine|Review|Media)\b).*|"
    r"(?:writes|reports|edits|blogs|tweets) (?:for|on X|at) .*|"
    rf"(?:is|was|are) (?:an?|the|our|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){{0,3}}['’]s?) (?:[\w'’&-]+ ){{0,7}}{_ROLE}s?"
    r"(?: (?:at|for|with|based|covering|focus\w*|special\w*|who (?:covers|writes|reports|focuses|specialises|"
    r"specializes|has)|"
    r"in|on|of|and|whose)\b.*|, (?:where|covering|based|focus\w*|writing|reporting|and)\b.*|\W*)|"
    rf"(?:has )?(?:joined|been with) (?:The [A-Z]|the [A-Z])[\w' ]{{2,40}} (?:as an?|in \d{{4}}|since "
    rf"\d{{4}})\b.*{_ROLE}.*"
    r")|"
    r"\W*(?:The|This|Our) (?:author|writer|reporter|columnist|contributor)s? (?:is|are|was) (?:an?|the|our|a former|"
    r"currently|"
    rf"based)\b.*|"
    r"\W*(?:About the authors?:? ).*",
    re.DOTALL,
)
#: News about somebody who writes, and no word about the author.
NEWS_OF_A_WRITER = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?! (?:show|column|newsletter|edition|email|programme))|"
    r"yesterday|today|said|says|told|arrest\w*|kill\w*|detain\w*|"
    r"su(?:ed|ing)|"
    r"charg\w+|fired|resign\w*|jail\w*|imprison\w*|prison|convict\w*|accus\w+|missing|freed|releas\w+|suspend\w*|"
    r"dead|died|"
    r"death|wound\w*|injur\w+|held (?:in|by|on|for)|wants?|will|would|could|may|might|faces?|facing|trial|"
    r"suspect\w*|lawsuit|"
    r"court case|running for|whose|candidate|nominee|whom|witness\w*|victim\w*|banned|barred|expelled|deport\w*|"
    r"sentenced|"
    r"hostage|among|target\w*|was named|plaintiff\w*|defendant\w*|ousted|elected)\b"
)
#: A headline cut off where it became interesting.
CUT_OFF = re.compile(r"(?:\.\.\.|…)[\s\])”\"’']*$")
TEASES = re.compile(
    r"\b(?:won't believe|can't believe|breaks? (?:her|his|their|down|(?:\w+ )?silence)|reveals? (?:what|why|how|who|"
    r"the|her|his|"
    r"their)|stuns?|stunned|shocks?|shocking|jaw-dropping|goes viral|went viral|leaves? (?:fans|viewers|everyone|"
    r"the internet)|"
    r"fans|viewers|steals? the show|what (?:happened|happens|she|he|they) (?:next|really|did|said|found)|really "
    r"(?:said|thinks|"
    r"happened)|this is (?:why|what|how)|the (?:real |one |surprising |simple |strange )?(?:reason|trick|secret|truth)|"
    r"you(?:'ll| will| won't| need| should| can)|here's (?:why|what|how)|guess (?:who|what)|spotted|slams?|hits? "
    r"(?:back|out)|"
    r"opens? up|confess\w*|inside (?:the|her|his)|look (?:who|what|at)|heartbreaking|scroll|read on|find out|meet "
    r"the)\b",
    NO_CASE,
)
NEWS_OF_THE_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|said|says|told|arrested|killed|detained|sued|charged|fired|"
    r"resigned)\b"
)
