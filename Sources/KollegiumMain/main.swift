import Kollegium

await KollegiumCommand.start()
