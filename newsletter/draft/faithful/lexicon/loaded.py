"""Words that take a side."""

LOADED = """
crush crushed crushing humiliate humiliated humiliating disgrace disgraced disgraceful shameful shocking stunning
outrageous radical extremist extreme cruel corrupt cowardly brazen blatant reckless heroic brave brilliant disastrous
catastrophic chaos chaotic explosive bombshell devastating historic landmark unprecedented draconian notorious
infamous embattled controversial scandal-plagued beleaguered so-called sweeping ruthless vicious savage vile
hypocritical absurd ridiculous pathetic sham witch-hunt thug regime cronies slam slammed blast blasted eviscerate
eviscerated destroy obliterate obliterated unhinged hysterical desperate desperately shamelessly cynical cynically
outrage outraged furious angrily bravely courageous courageously boldly foolish foolishly stupid botched bungled
rammed masterful visionary hero villain lavish bloated wasteful hated beloved dramatic dramatically massive huge
slaughter massacre betrayed betrayal smear rigged triumphant resounding bitterly fiery scathing stinging brutal
brutally sensational alarming worrying cunning crony wildly stubbornly arrogant arrogantly extremists tyrant dictator
rightly wisely wise unwise sensibly foolhardy deservedly
"""
