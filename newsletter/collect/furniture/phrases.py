"""What an outlet says as a shop: calls to subscribe, to follow, to pay, to accept cookies, to write.

Patterns only, and one wording a line so that a new one is a line's change; ``furniture`` says when each counts. Every
apostrophe is made straight before, and quotations are taken out where it says so.

Long for a file here, because it is a vocabulary: whoever adds a wording should see those that are there.
"""

import re

from newsletter.collect.furniture.patterns import NO_CASE, anywhere, either, whole

#: What an outlet sells or gives its readers.
_PRODUCTS = either(
    r"newsletters?",
    r"in-?box(?:es)?",
    r"podcasts?",
    r"apps?",
    r"(?:push )?notifications?",
    r"alerts?",
    r"e-?mail (?:updates?|list)",
    r"(?:daily|weekly|morning|evening) (?:e-?mail|briefing|digest|roundup)",
    r"subscriptions?",
    r"subscribers?",
    r"memberships?",
    r"paywalls?",
    r"(?:e-?|digital |print )edition",
    r"youtube channel",
    r"free trial",
    r"home delivery",
    r"(?:guardian|independent|explanatory|local|quality|nonprofit) journalism",
)
PRODUCT = re.compile(rf"\b(?:{_PRODUCTS})\b", NO_CASE)
#: Verbs that open a call. Those that are nouns too need a word after them that only follows a verb.
_VERBS = either(
    r"subscribe",
    r"sign ?up",
    r"register(?! of\b)",
    r"enrol+",
    r"join",
    r"follow",
    r"click (?:here|on|the|through|below|to|this|and|for|now)",
    r"tap (?:here|the|on|to|this|below|into?|for)",
    r"enter your",
    r"tune in(?:to)?",
    r"get(?!-)",
    r"receive",
    r"download (?:the|our|a|your|it|now|for|(?-i:[A-Z])\w*)",
    r"support (?:our|us|independent|quality|local|journalism|the (?-i:[A-Z])\w*|(?-i:[A-Z])\w*'s?)",
    r"donate",
    r"become (?:a|an|our)",
    r"read (?:our|the|more|this|it|(?-i:[A-Z])\w*)",
    r"watch (?:our|the|it|this|live|now|more|(?-i:[A-Z])\w*)",
    r"listen",
    r"visit(?! (?:by|to|from))",
    r"try(?! as)",
    r"start (?:your|the day|a|my)",
    r"give (?:us|a gift|the gift|today|now)",
    r"help (?:us|keep|fund|support)",
    r"check (?:out|your)",
    r"catch (?:up|our|the)",
    r"stay (?:up|in|informed|connected|tuned|ahead|with|on top)",
    r"keep (?:up|reading)",
    r"(?:don't|never) miss",
    r"don't forget",
    r"be sure",
    r"make (?:sure|a)",
    r"take (?:our|us|the)",
    r"text (?-i:[A-Z]+) to",
    r"tell (?:us|your)",
    r"share (?:this|your|it)",
    r"send (?:us|this|a)",
    r"view (?:all|our)",
    r"see (?:all|our|more)",
    r"find (?:us|our|more|all)",
    r"choose",
    r"select(?! committees?)",
    r"want",
    # Else a clause of a longer sentence: "Looking for savings, the council …".
    r"(?:looking for|interested in)(?=[^?]{0,200}\?)",
    r"let (?:our|us)",
    r"like (?:us|what)",
    r"enjoy(?:ing|ed)?",
    r"access(?! (?:to|for)\b)",
    r"unlock",
    r"upgrade",
    r"renew",
    r"claim your",
    r"save \d+",
)
#: A line that opens with such a verb.
CALL = re.compile(
    rf"\W*(?:(?:and|or|so|now|please|also|just|today|to|you can|why not|go ahead,?)\s+)*(?:{_VERBS})(?![\w,-])", NO_CASE
)
#: A line that opens so needs no product in it.
PLAIN_CALL = re.compile(
    r"\W*(?:(?:also on \w+:|please|so|and|or|to) ){0,3}(?:"
    + either(
        r"sign[- ]?up (?:for|to|here|now|today)",
        r"subscribe",
        r"donate (?:now|today|here)",
        r"chip in",
        r"be (?:smarter|better informed|informed)",
        r"never (?:be|miss|feel|go)",
        r"you can (?:also |now |always )?(?:contribute|donate|subscribe|give|listen|hear|watch|read|follow|"
        r"unsubscribe|reach|"
        r"e-?mail|contact|find (?:us|our|more)|(?:change|manage|update) your|opt out|sign up)",
        r"(?:sent|delivered|published|emailed|out|new|free) (?:every|each|straight to|directly to|to your)",
        r"your (?:[a-z-]+ ){1,3}(?:is|are|will|helps?|keeps?|makes?|powers?|supports?|funds?|goes|can|means?|has "
        r"been|was)",
        r"open in (?:the )?app",
        r"join (?:\d[\d,.]*|(?:over|more than|nearly|almost|some)\b|(?:hundreds|thousands|millions|tens) of\b)",
        r"(?:be|you'll be) (?:the |among the )?first to",
        r"(?:press|hit|tap|click) (?:the )?(?:play|subscribe|follow|listen|like)",
        r"i'm interested in\s?:",
        r"give (?:today|now|monthly|what you can)",
        r"tune in(?:to)?",
        r"stay tuned",
        r"enter your (?:e-?mail|postcode|zip)",
        r"(?:like|rate|share|follow|comment),? (?:(?:and|&) )?(?:rate|review|share|subscribe|comment|follow)",
        r"share (?:this|the) (?:story|article|page|post|link|report|piece)",
        r"(?:text|whatsapp|message|call|ring|e-?mail|phone) us",
        r"(?:get|buy|book) (?:your )?tickets",
        r"(?:pre-?)?order your copy",
        r"consider (?:supporting|making a|becoming a|donating|giving|subscribing|an? (?:gift|donation|contribution|"
        r"subscription))",
        r"will you (?:join|support|help|consider|make|become|chip in|give|stand)",
        r"(?:watch|listen to|hear|catch|stream|see|view) (?:the |our |more |all |every )?"
        r"(?:full|entire|whole|complete|latest|rest of the) (?:\w+ )?(?:interviews?|episodes?|debate|programmes?|"
        r"programs?|"
        r"shows?|documentary|conversation|segment|videos?|clips?|exchange|speech|podcast|discussion|report|gallery)",
        r"(?:in|on) (?:this|the latest|today's|tonight's|our latest|the new|our new) (?:\w+'s )?"
        r"(?:episode|edition|instal{1,2}ment|newsletter|podcast)",
        r"new (?:to (?:the|our|this) (?:show|podcast|newsletter|site|series))\?",
    )
    + r")(?:(?<=\W)|(?![\w-]))",
    NO_CASE,
)
#: The outlet calls something its own in the middle of a line: "The week, in 20 minutes: listen to our podcast."
OWN_PRODUCT = re.compile(
    r"\b(?:subscribe to|sign(?:ing)? up for|join|download(?:ing)?|listen(?:ing)? to|get|read(?:ing)?|check(?:ing)? out|"
    rf"follow|visit|try)\b[^.?!]{{0,60}}?\b(?:our|my)\b[^.?!]{{0,60}}?\b(?:{_PRODUCTS})\b",
    NO_CASE,
)
#: Wordings that only a shop has.
SHOP = anywhere(
    r"so (?:that )?you don't have to\b",
    r"in(?:to)? your (?:e-?mail )?in-?box\b",
    r"(?:to|meet) your in-?box\b",
    r"wherever you (?:get|listen to|find) (?:your )?podcasts\b",
    r"new episodes? (?:drops?|every|each|out|weekly|arrives?|are (?:out|released))\b",
    r"for the price of a (?:cup of )?coffee\b",
    r"everyone who reads? us\b",
    r"(?:readers|people|listeners|viewers) who (?:liked|enjoyed|watched) this\b",
    r"one (?:e-?mail|newsletter),? (?:every|each|a (?:day|week)|per)\b",
    r"you(?:'re| are) receiving\b",
    r"with a new (?:season|series)\b",
    r"never been (?:a )?more important time to (?:support|subscribe|join|back|donate|read)\b",
    r"here(?:'s| is| are) (?:\w+ ){0,2}(?:takeaways?|highlights|charts)\b",
    r"sends? (?:subscribers|you)\b",
    r"this is an? (?:\w+ )?(?:excerpt|extract|edition|edited version|instal{1,2}ment) (?:from|of)\b",
    r"(?:straight|right|directly) to your\b",
    r"the best way to (?:follow|support|keep|stay|get|read|help)\b[^.]{0,80}\b(?:app|newsletter|subscri(?:be|bing|"
    r"ption)|podcast|"
    r"sign)\b",
    r"ad-free\b",
    r"(?:people|readers|listeners|viewers) like you\b",
    r"in (?:one|your) (?:short |single |daily |weekly |quick )?(?:e-?mail|newsletter|in-?box)(?=\W*$|,? (?:by|"
    r"before|every|each)\b)",
    r"(?:unpacks?|discuss(?:es)?|breaks? down|explains?|joins?|talks?)\b[^.]{0,80}\bon (?:(?:today's|tonight's) "
    r"(?:episode|edition|show|(?-i:[A-Z])\w+)|(?:this week's|the latest) (?:episode|edition))",
    r"is part of (?:an?|the) [^.]{0,60}\b(?:network|collaboration|collective)\b[^.]{0,80}\b(?:supported|funded|"
    r"grants?|donors?|"
    r"nonprofit|journalism|newsrooms?)\b",
    r"maintains? (?:full |its )?editorial independence\b",
    r"subscribers (?:can|get|receive|enjoy|may)\b[^.]{0,60}\b(?:articles?|comment|stories|story|content|newsletters?|"
    r"archive|website|app|podcasts?|ads?|access|cost|perks?)\b",
    r"(?:lands?|arrives?|drops?|waiting) in (?:\w+ )?in-?box(?:es)?\b",
    r"(?:airs|streams|lands|drops|goes out|comes out|arrives|publishes|broadcasts) (?:live )?(?:on )?(?:weekdays|"
    r"weeknights|"
    r"weekends|daily|weekly|every|each|(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days))\b",
    r"privacy (?:notice|policy)\b",
    r"no spam\b",
    r"(?:has|have|got|'ve) you covered\b",
    r"(?:stand|join|partner|stay|connect|advertise|get in touch) with us\b",
    r"(?:allow|show|load|view) \w+ content\?",
    r"(?:video|audio|media) player is\b",
    r"receives? (?:financial |grant )?(?:support|funding) (?:from|for)\b[^.]{0,120}\b(?:coverage|reporting|"
    r"journalism)\b",
    r"(?:coverage|journalism|newsroom|desk)\b[^.]{0,40}\breceives? (?:financial |grant )?(?:support|funding)\b",
    r"(?:is|are) solely responsible for (?:all |the |its )?content\b",
    r"is not responsible for (?:the )?content of external\b",
    r"(?:kind|sort) of (?:reporting|journalism)\b",
    # Not where a reporter tells of another's: "The newspaper's journalism is funded by a trust."
    r"(?<!paper's )(?<!outlet's )(?<!station's )(?<!site's )(?<!caster's )(?<!company's )(?<!group's )(?<!its )"
    r"(?<!their )(?<!whose )(?<!his )(?<!her )"
    r"(?:journalism|reporting|newsrooms?) (?:costs?|takes?|needs?|matters?|depends?|(?:is|are)(?:n't| not)? (?:free|"
    r"cheap|"
    r"possible|funded|supported))\b",
    r"that(?:'s| is) where you come in\b",
    r"(?:qr code|home screen|preferred source)\b",
    r"(?:spotted|see|seen|found|noticed|notice) an? (?:mistake|error|typo|inaccuracy)\b[^.?!]{0,60}\?",
    r"let us know\b",
    r"letters to the editor (?:should|must|can|may|are)\b",
    r"this (?:article|story|newsletter|episode) is (?:free|available|open|brought|made|one of|part of|the "
    r"\w+ (?:in|of))\b",
    r"(?:mixed|engineered|sound[- ]designed) by (?-i:[A-Z])",
    r"(?:theme music|sound design|executive producers?|original music)\b[^.]{0,40}\b(?:is|by|are|was)\b",
    r"here(?:'s| is| are) (?:what else|what you|what to|what we|how you|how we|our\b|more\b|everything you|the latest)",
    r"(?:earns?|receives?|gets?|makes?|paid|collects?|take|takes) (?:an? )?(?:small |affiliate |modest )?"
    r"(?:commissions?|fees?|cut|share of (?:the )?sales?)\b[^.]{0,80}\b(?:(?:affiliate |these |our |the |retail "
    r")?links?|"
    r"you (?:buy|purchase|click|shop|order))\b",
    r"commissions? (?:may|might|will|can|could) be (?:earned|paid|received)\b[^.]{0,60}\b(?:links?|purchases)\b",
    r"(?:our|these|the) links (?:may|might|will|can|could) earn\b",
    r"(?:contains?|includes?|uses?|via|through) (?:some )?affiliate links?\b",
    r"affiliate (?:links?|commissions?|revenue|disclosure)\b",
    r"is an? (?:independent|nonprofit|non-profit|reader-\w+|award-winning|digital)[^.]{0,60}"
    r"\b(?:newsrooms?|news (?:sites?|outlets?|organi[sz]ations?|services?|websites?)|publications?|magazines?)\b",
    r"thank(?:s| you) for (?:signing up|subscribing|reading|joining us|registering|your support|supporting|"
    r"listening|watching)\b",
    r"(?:free|available|out)(?: now)? (?:on|in|from) (?:the )?(?:(?:apple |ios )?app store|google play|"
    r"all (?:major |good )?(?:podcast )?platforms|spotify|apple podcasts|your favou?rite)\b",
    r"wherever you (?:listen|watch)\b",
    r"your (?:privacy|cookie|consent) (?:choices|settings|preferences|options)\b",
    r"(?:stor(?:y|ies)|articles?|everything|news|read) without ads\b",
    r"cancel (?:at )?any ?time\b",
    r"unsubscribe at any ?time\b",
    r"never miss an? \w+\b[^.]{0,200}\b(?:again|story|update|episode|beat)\b",
    r"did (?:a|your) (?:friend|colleague) (?:send|forward|share)\b",
    r"(?:was|is) this (?:e-?mail|newsletter) (?:forwarded|sent) to you\b",
    r"like what you(?:'re| are)? (?:read|see|hear)",
    r"enjoy(?:ed|ing)? (?:this|our|what you)\b[^.]{0,200}[?:,!]",
    r"if you enjoyed this\b",
    r"by (?:signing up|subscribing|clicking|submitting)\b[^.]{0,200}\b(?:you|your|here)\b",
    r"click(?:ing)? (?:here\b|the (?:link|button|box)\b|to (?:get|read|see|watch|view|sign|subscribe|listen|share)\b)",
    r"(?:subscribe|sign ?up|join|donate|register) (?:now|today|here|below|free|for free)\b",
    r"sign[- ]?up for (?:our|daily)\b",
    r"(?:newsletters?|e-?mail) sign[- ]?up\b",
    r"manage newsletters\b",
    r"subscribe to\b[^.]{0,200}\bon (?:youtube|apple|spotify|itunes)\b",
    r"support(?:s|ing)? (?:our|independent|quality|local|explanatory|nonprofit) (?:\w+ )?"
    r"(?:journalism|newsroom|reporting)\b",
    r"(?:we|our (?:newsroom|journalism|reporting|work)) (?:rely|relies|depends?) on (?:our )?(?:readers|your|you)\b",
    r"become an? (?:\w+ )?(?:member|subscriber|supporter|patron|sustainer)\b[^.]{0,200}(?:today|now|us|our|\W$)",
    r"your (?:tax-deductible |financial )?(?:gift|donation|contribution)\b[^.]{0,80}"
    r"\b(?:our|us|journalism|newsroom)\b",
    r"donation to support\b[^.]{0,40}\bjournalism\b",
    r"(?:delivered|sent) (?:\w+ )?(?:straight |right |directly )?to (?:you|your)\b",
    r"get(?:ting)? (?:more|the latest|all the latest|breaking) (?:news|stories|headlines|updates)\b[^.]{0,200}"
    r"\b(?:you|your|alerts?|app|delivered|here)\b",
    r"get (?:instant|full|unlimited) access\b",
    r"news (?:and stories )?that matters?, delivered\b",
    r"(?:see|watch|listen to|check out) (?:the|this) (?:full |entire )?(?:videos?|clips?|player|episode|audio) "
    r"(?:above|below|here)\b",
)
PAYWALL = re.compile(
    r"\b(?:subscribe|sign ?in|log ?in|register|sign ?up|pay) to (?:continue|keep|read|unlock|access|view|finish)\b|"
    r"\b(?:to continue|keep on|to keep) reading\b|"
    r"^\W*(?:already|not yet|not) (?:an? )?(?:\w+ )?(?:subscriber|member|subscribed|registered)\?|"
    r"\b(?:for|to) (?:our )?(?:paid |paying |premium )?(?:subscribers|members) only\b|"
    r"\b(?:subscriber|member)s?[- ](?:only|exclusive) (?:content|article|story|access|benefits?|perks?|newsletters?|"
    r"events?)\b|"
    r"^\W*(?:for )?(?:subscriber|member)s?[- ](?:only|exclusive)\W*$|"
    r"\bexclusive(?:ly)? (?:to|for) (?:our )?(?:subscribers|members)\b|"
    r"\byou(?:'ve| have) (?:read|reached|used|exhausted|hit) (?:your|all|the|\d+)\b[^.]{0,200}"
    r"\b(?:free|limit|articles?)\b|"
    r"\bunlimited (?:digital )?access\b|"
    r"\byou(?:'ve| have)(?: got)? (?:read )?(?:\d{1,3}|one|two|three|four|five|no|a few) (?:more )?(?:free |"
    r"complimentary )*"
    r"(?:articles?|stories|story|reads?|views?)\b|"
    r"\b(?:articles?|stories) (?:left|remaining)\b(?: this (?:week|month))?|"
    r"\bthis is (?:an? )?(?:premium|subscribers?|members?|exclusive)[- ](?:only )?(?:content|article|story|feature|"
    r"piece)\b|"
    r"^\W*(?:premium|subscriber|members?)[- ](?:only )?(?:content|article|story)\W*$|"
    r"\b(?:start|begin|claim|get|try|activate) (?:your|a|my) (?:[\w-]+ )?free trial\b|"
    r"^\W*unlock (?:this|the full|the rest|all|every)\b|"
    r"\bcreate (?:a|your) (?:free )?account\b|"
    r"\bthis (?:article|story|content|post|piece|page) is (?:only |exclusively )?(?:available |reserved )?(?:for|to) "
    r"(?:our |paid |premium )*(?:subscribers|members|registered)\b|"
    r"\bto read (?:the (?:full|rest|whole|entire)|this|more)\b[^.]{0,200}\b(?:subscribe|log ?in|sign|register|click)\b",
    NO_CASE,
)
COOKIES = anywhere(
    r"cookies (?:that )?you (?:accept|allow|want)\b",
    r"(?:we|our partners|(?:this|our) (?:web)?site)(?: and our partners)? uses? cookies\b",
    r"(?:accept|manage|allow|reject) (?:all |your )?cookies\b",
    r"(?:content|page|site|video|post|provider|party)\b[^.]{0,80}?\b(?:may|might|will|can) (?:also )?(?:be )?"
    r"(?:set(?:ting)?|us(?:e|ing)|plac(?:e|ing)|contain(?:ing)?) (?:their |its )?cookies\b",
    r"permission to (?:use|set|store) cookies\b",
    r"we (?:need|value|respect|care about|ask for) your (?:consent|privacy|permission)\b",
    r"by continuing to (?:use|browse|visit)\b",
    r"by using this (?:web)?site\b",
    r"you (?:agree|consent) to (?:our|the|receive)\b",
    r"(?:enable|turn on|activate) (?:java ?script|cookies)\b",
    r"(?:re)?captcha\b",
    r"verify (?:that )?you(?:'re| are) not a robot\b",
    r"(?:your|this) (?:browser|device) (?:does not|doesn't) support\b",
    r"invalid e-?mail address\b",
    r"please re-?enter\b",
    r"you will receive e-?mails containing\b",
)
FOLLOW = re.compile(
    r"\W*(?:(?:and|please|also|you can|or)\s+)*(?:follow(?:ing)?|like|find|join|friend|tweet(?: at)?|connect with)\b"
    r".{0,80}?(?:\bon (?:twitter|(?-i:X)\b|facebook|instagram|threads|bluesky|mastodon|linkedin|tiktok|youtube|"
    r"telegram|truth social|whatsapp|flipboard|social media|(?:all )?(?:of )?your favou?rite)|\s@\w+|"
    r"\b(?:facebook|twitter|instagram)\.com)|"
    r"\W*(?:on )?(?:twitter|facebook|instagram)\s*:\s*@?\S++\W*$",
    NO_CASE,
)
#: With an address in the line, this is how to reach a reporter.
CONTACT_OPENS = re.compile(
    r"\W*(?:please )?(?:write(?: to)?|e-?mail|contact|reach|tweet|send|got|have|reply|get in touch|readers (?:can|may)|"
    r"you can (?:e-?mail|reach|contact))\b",
    NO_CASE,
)
CONTACT = re.compile(
    r"\bcan be reached (?:at|on|by|via)\b|"
    r"\bsend (?:us )?(?:your )?(?:news )?(?:a )?tips? to\b|"
    r"\b(?:contact|write to|e-?mail) us\b|"
    r"\bhear from you\b|"
    r"\blet us know (?:in the comments|at|by|what)\b|"
    r"\bcontact (?:the )?(?:reporter|author|editor)s?\b|"
    r"\binclude a contact number\b",
    NO_CASE,
)
#: A line that opens so asks readers to write or call.
ASKS_TO_WRITE = re.compile(
    r"\W*(?:(?:do you )?(?:got|have) (?:a |any )?(?:news |story )?(?:tips?|questions?)\b.{0,60}\?|"
    r"(?:reach|call|contact|text|phone|ring)\b.{2,60} (?:at|on) \(?\+?\d[\d() -]{5,20})",
    NO_CASE,
)

# ---- An outlet's own voice

#: An outlet that says "we" or "our" and one of these speaks of itself. Words in lower case.
_OWN_WORK = (
    "email emails mailing members journalism newsroom newsrooms reporting reporter reporters journalist journalists "
    "reader readers readership "
    "coverage "
    "correspondent correspondents episode episodes explainer tracker quiz stories website homepage columnists editors "
    "listener listeners viewers subscriber app apps podcast podcasts newsletter newsletters paywall inbox"
)
OWN_WORK = frozenset(_OWN_WORK.split())
#: An outlet's "we"; in capitals ("Our Revolution", "We Build the Wall") it is a name, unless a sentence opens with it.
WE = re.compile(r"\b(?:we|our|ours)\b|^\W*(?:We|Our)(?= [a-z\d]|'(?:re|ve|ll|d)\b)")
OPENS_WITH_WE = re.compile(r"\W*(?:We|Our)(?: [a-z\d]|'(?:re|ve|ll|d)\b)")
WE_WORDS = frozenset(["we", "our", "ours", "us"])
YOU = frozenset(["you", "your", "yours"])
#: "us", and not the country.
US = re.compile(r"\b[Uu]s\b")
#: "from as little as £1", "$1 a week".
OFFER = re.compile(
    r"\b(?:from|for|only|just)(?: as little as| just| only)? [£$€]\d[\d.]{0,6}(?![\d,]| ?(?:m|bn|million|billion)\b)|"
    r"[£$€]\d[\d.]{0,6} (?:a|per|each|every) (?:day|week|month|year)\b",
    NO_CASE,
)
#: "Read the ruling here."
POINTS_HERE = re.compile(
    r"\W*(?:please )?(?:read|see|find|view|get|watch|download|buy|donate|apply|listen|book|register|vote|click|check)\b"
    r"[^.?!]{0,160}\b(?:here|below|above)\W*|"
    r"[^.?!]{2,160}\b(?:can be|is|are) (?:found|read|seen|viewed|downloaded|watched|heard|available|"
    r"listed) (?:in full )?here\W*",
    NO_CASE,
)
#: What stands between the parts of a letter, or at its end, and nowhere else as a whole line.
SIGN_OFF = whole(
    r"until (?:tomorrow|then|monday|next (?:time|week|month|monday))",
    r"see you (?:soon|then|there|tomorrow|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"next (?:time|week|month))",
    r"let's (?:get (?:to it|into it|started|going|right to it)|dive (?:right )?in|dig in|jump (?:right )?in|begin)",
    r"(?:have a|enjoy (?:the rest of )?(?:your|the)) ?(?:very |safe and )?(?:good|great|lovely|nice|happy|wonderful)? ?"
    r"(?:night|day|evening|week|weekend|holiday)",
    r"(?:that's|that is) (?:it|all)(?: from (?:me|us))?(?: for (?:this (?:week|edition|morning)|today|tonight|now))?",
    r"(?:story |article |text )?continues (?:below|after)(?: the)?(?: \w{2,20}){0,3}",
    r"(?:play|solve|try|do) (?:our|today's|this week's|the (?:daily|weekly))(?: \w{2,12})? "
    r"(?:puzzle|crossword|sudoku|quiz|word search)",
)
