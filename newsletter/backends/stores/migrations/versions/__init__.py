"""One file a revision, four digits each. What has been released is never edited."""
