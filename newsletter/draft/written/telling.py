"""What a writer did in one draft, in a sentence or two for the editor."""

from newsletter.domain.writer import WriterReport


def in_words(report: WriterReport) -> str:
    """The report as a person reads it.

    >>> print(in_words(WriterReport(model="small", asked=3, cached=1, retried=1, written=1, unwritten=1,
    ...     rejected={"names": 2}, tokens_in=4_200, tokens_out=310, seconds=8.5, cost=0.0021)))
    The writer small told 1 of 2 stories: 3 answers asked for and 1 kept from before, 4,200 tokens read and 310 \
written, 8.5 seconds, at a cost of 0.0021. Struck out: names 2.
    """
    stories = _counted(report.written + report.unwritten, "story", "stories")
    told = f"The writer {report.model} told {report.written} of {stories}: "
    answers = f"{_counted(report.asked, 'answer', 'answers')} asked for and {report.cached:,} kept from before, "
    tokens = f"{report.tokens_in:,} tokens read and {report.tokens_out:,} written, {report.seconds:g} seconds"
    cost = f", at a cost of {report.cost:.4f}" if report.cost is not None else ""
    rules = ", ".join(f"{rule} {number}" for rule, number in sorted(report.rejected.items()))
    return f"{told}{answers}{tokens}{cost}." + (f" Struck out: {rules}." if rules else "")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
