"""For those who keep the content: reloading, mistakes told, their commands."""
