"""What the words of a sentence say together, beyond what each of them says alone. Each rule has its reason beside it."""
