"""What can go wrong with mails and passwords: what is told of it comes before what else a message sounds like."""
