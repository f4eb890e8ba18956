"""What Telegram shows about the bot: command menus, name, descriptions."""
