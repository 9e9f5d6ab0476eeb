Feature: DNS
  People remember names, packets need addresses. DNS is the phone book between the two: a client asks a DNS server for a name,
  gets the address and connects to that address. When the address changes, the name stays.

  A stack may have a seat on either side. As a resolver it asks the peer, which plays the DNS server; as a DNS server it is
  asked by the peer.

  Rule: DNS is the phone book that gives the address for a name
    @DNS-1 @needs:DNS_STUB
    Scenario: A name leads to exactly its addresses
      Given a DNS server whose book has any name with any addresses
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

    @DNS-1 @needs:DNS_STUB
    Scenario: The question is one query for the addresses of the name, over UDP first
      Given a DNS server whose book has any name with any addresses
      When the endpoint's application looks up the name
      Then the DNS server is asked first over UDP, in a standard query with one question: the addresses of that name
      And the DNS server is asked to follow the name to the end itself

    @DNS-1 @needs:DNS_STUB
    Scenario Outline: A reply with <flaw> is no answer, and the wait goes on
      Given a DNS server whose book has any name with any addresses
      And before each right answer comes a reply with <flaw> and any other address
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

      Examples:
        | flaw                          |
        | another ID                    |
        | another name in its question  |
        | another type in its question  |
        | another class in its question |
        | no question                   |
        | the mark of a query           |
        | another source port           |
        | another source address        |
        | octets that are no message    |

    @DNS-1 @needs:DNS_STUB
    Scenario: The address of somebody else in the answer is not the address of this name
      Given a DNS server whose book has any name with any addresses
      And the DNS server answers with the right addresses and that of any other name
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

    @DNS-1 @needs:DNS_STUB
    Scenario: Capital and small letters make no other name
      Given a DNS server whose book has any name in any other case with any addresses
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

    @DNS-1 @needs:DNS_STUB
    Scenario: Aliases lead on to the address
      Given a DNS server whose book has any name as an alias of another and so on to any addresses
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

    @DNS-1 @needs:DNS_CACHE
    Scenario: An alias that comes alone is followed with another question
      Given a DNS server whose book has any name as an alias of another and so on to any addresses
      And the DNS server answers with one alias or address at a time
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

    @DNS-1 @needs:DNS_STUB
    Scenario: A question that is lost is asked again
      Given a network that loses the first question or its answer
      And a DNS server whose book has any name with any addresses
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

    @DNS-1 @needs:DNS_STUB @needs:TCP
    Scenario: An answer that is cut short is asked for again over TCP
      Given a DNS server whose book has any name with more addresses than a datagram may hold
      When the endpoint's application looks up the name
      Then the application is told exactly the addresses in the book

    @DNS-1 @needs:DNS_STUB
    Scenario: Several names looked up at the same time each get their own addresses
      Given a DNS server whose book has any names with any addresses
      And the DNS server answers with the right addresses in any order
      When the endpoint's application looks up all the names at the same time
      Then the application is told exactly the addresses in the book

    @DNS-1 @needs:DNS_AUTHORITATIVE
    Scenario: A name of the zone is answered with exactly its addresses
      Given the endpoint serves a zone that has any name with any addresses
      When the peer asks over UDP for the addresses of the name
      Then the endpoint's DNS server answers with authority: exactly the addresses in the zone

    @DNS-1 @needs:DNS_AUTHORITATIVE
    Scenario: The answer repeats the ID and the question, letter by letter
      Given the endpoint serves a zone that has any name with any addresses
      When the peer asks over UDP for the addresses of the name in any other case
      Then the endpoint's DNS server answers with the ID and the question as they were asked
      And the endpoint's DNS server answers with authority: exactly the addresses in the zone

    @DNS-1 @needs:DNS_AUTHORITATIVE
    Scenario: An alias is answered with the alias
      Given the endpoint serves a zone that has any name as an alias of another with any addresses
      When the peer asks over UDP for the addresses of the name
      Then the endpoint's DNS server answers with the alias, and no addresses but those of the name that it leads to

    @DNS-1 @needs:DNS_AUTHORITATIVE
    Scenario: The server itself follows an alias within its zone
      Given the endpoint serves a zone that has any name as an alias of another with any addresses
      When the peer asks over UDP for the addresses of the name
      Then the endpoint's DNS server answers with the alias and exactly the addresses of the name that it leads to

    @DNS-1 @needs:DNS_AUTHORITATIVE
    Scenario: An alias that leads to a zone of others is the zone's own all the same
      Given the endpoint serves a zone that has any name as an alias of one in a zone below that others serve
      When the peer asks over UDP for the addresses of the name
      Then the endpoint's DNS server answers with the alias, and no addresses but those of the name that it leads to

    @DNS-1 @needs:DNS_AUTHORITATIVE
    Scenario: A wildcard answers for any name below it that is not there
      Given the endpoint serves a zone that has a wildcard with any addresses beside any other name
      When the peer asks over UDP for the addresses of any name below the wildcard
      Then the endpoint's DNS server answers with authority: exactly the addresses in the zone

    @DNS-1 @needs:DNS_AUTHORITATIVE
    Scenario: An answer too long for a datagram is cut short
      Given the endpoint serves a zone that has any name with more addresses than a datagram may hold
      When the peer asks over UDP for the addresses of the name
      Then the endpoint's DNS server answers with what fits into 512 octets, and says that it is cut short

    @DNS-1 @needs:DNS_AUTHORITATIVE @needs:TCP
    Scenario: An answer too long for a datagram is whole over TCP
      Given the endpoint serves a zone that has any name with more addresses than a datagram may hold
      And the peer is connected to the endpoint's DNS server
      When the peer asks over TCP for the addresses of the name
      Then the endpoint's DNS server answers with authority: exactly the addresses in the zone

    @DNS-1 @needs:DNS_AUTHORITATIVE @needs:TCP
    Scenario: A question over TCP may come in pieces
      Given the endpoint serves a zone that has any name with any addresses
      And the peer is connected to the endpoint's DNS server
      When the peer asks over TCP in two segments cut at any place for the addresses of the name
      Then the endpoint's DNS server answers with authority: exactly the addresses in the zone

    @DNS-1 @needs:DNS_AUTHORITATIVE @needs:TCP
    Scenario: Two questions may come on one connection
      Given the endpoint serves a zone that has any name with any addresses
      And the peer is connected to the endpoint's DNS server
      And the peer has asked over TCP for the addresses of the name
      When the peer asks once more for the addresses of the name
      Then the endpoint's DNS server answers with authority: exactly the addresses in the zone

    @DNS-1 @needs:DNS_AUTHORITATIVE @needs:TCP
    Scenario: Two questions may come in one segment
      Given the endpoint serves a zone that has any name with any addresses
      And the peer is connected to the endpoint's DNS server
      When the peer asks over TCP twice in one segment for the addresses of the name
      Then the endpoint's DNS server answers with authority: exactly the addresses in the zone

    @DNS-1 @needs:DNS_AUTHORITATIVE
    Scenario: An answer is not answered
      Given the endpoint serves a zone that has any name with any addresses
      When the peer asks over UDP with the mark of an answer for the addresses of the name
      Then the endpoint's DNS server answers with nothing

  Rule: The address changes, the name stays
    @DNS-2 @needs:DNS_STUB
    Scenario: After the change the name leads to the new address
      Given a DNS server whose book has any name with any addresses, for any time to live
      And the endpoint's application has looked up the name
      And the book now has any new address for the name
      And the time to live has passed
      When the endpoint's application looks up the name once more
      Then the application is told exactly the addresses in the book

    @DNS-2 @needs:DNS_CACHE
    Scenario: Within its time to live an answer is remembered, and nobody is asked
      Given a DNS server whose book has any name with any addresses, for any time to live
      And the endpoint's application has looked up the name
      And any part of the time to live has passed
      When the endpoint's application looks up the name once more
      Then the application is told the same addresses as before
      And the DNS server is asked nothing more

    @DNS-2 @needs:DNS_CACHE
    Scenario: Looking up what is remembered does not make it live longer
      Given a DNS server whose book has any name with any addresses, for any time to live
      And the endpoint's application has looked up the name
      And any part of the time to live has passed
      And the endpoint's application has looked up the name once more
      And the book now has any new address for the name
      And the time to live has passed
      When the endpoint's application looks up the name once more
      Then the DNS server is asked again
      And the application is told exactly the addresses in the book

    @DNS-2 @needs:DNS_CACHE
    Scenario: An answer with a time to live of zero is for this one time
      Given a DNS server whose book has any name with any addresses, for a time to live of zero
      And the endpoint's application has looked up the name
      And the book now has any new address for the name
      When the endpoint's application looks up the name once more
      Then the DNS server is asked again
      And the application is told exactly the addresses in the book

    @DNS-2 @needs:DNS_CACHE
    Scenario: An alias lives no longer than its own time, however long the address may live
      Given a DNS server whose book has any name as an alias of another with addresses for a week, for any time to live
      And the endpoint's application has looked up the name
      And the book now has the name as an alias of any third name with another address
      And the time to live has passed
      When the endpoint's application looks up the name once more
      Then the application is told exactly the addresses in the book

    @DNS-2 @needs:DNS_AUTHORITATIVE
    Scenario: A server that has got a new zone gives the new address
      Given the endpoint serves a zone that has any name with any addresses
      And the peer has asked over UDP for the addresses of the name
      And the zone now has any new address for the name
      When the peer asks once more for the addresses of the name
      Then the endpoint's DNS server answers with authority: exactly the addresses in the zone

  Rule: The client asks for the name, gets the address and connects to that address
    @DNS-3 @needs:DNS_STUB @needs:TCP
    Scenario: First the question, then the answer, then the connection to exactly that address
      Given a DNS server whose book has any name with the address of a web host
      And the DNS server answers with the right addresses after any delay
      When the endpoint's application connects to the name
      Then the application is told exactly the addresses in the book
      And the web host hears a SYN first, and that after the DNS server's answer
      And the application is connected to the web host
      And the other web host hears nothing

    @DNS-3 @needs:DNS_STUB @needs:TCP
    Scenario: When the name has moved, a new connection goes to the new host, and the old one stays where it is
      Given a DNS server whose book has any name with the address of a web host, for any time to live
      And the endpoint's application is connected to the name
      And the book now has the name with the address of another web host
      And the time to live has passed
      When the endpoint's application connects to the name once more
      Then the application is told exactly the addresses in the book
      And the application is connected to the other web host
      And the connection with the web host carries any data

    @DNS-3 @needs:DNS_CACHE @needs:TCP
    Scenario: Within the time to live a second connection needs no second question
      Given a DNS server whose book has any name with the address of a web host, for any time to live
      And the endpoint's application is connected to the name
      And the book now has the name with the address of another web host
      And any part of the time to live has passed
      When the endpoint's application connects to the name once more
      Then the application is connected to the web host
      And the DNS server is asked nothing more

    @DNS-3 @needs:DNS_AUTHORITATIVE @needs:TCP
    Scenario: A client that asks the endpoint for a name gets to the server that has it
      Given the endpoint serves a zone that has any name with the endpoint's own address
      And a server of the endpoint waits for connections on any port
      And the peer has asked over UDP for the addresses of the name
      When the peer connects to the address that it is given
      Then the connection with the peer carries any data

  Rule: A name that is not in the book gives a clear "no such name"
    @DNS-4 @needs:DNS_STUB
    Scenario: No such name is told as that, and no connection is tried
      Given a DNS server whose book has none of the names
      When the endpoint's application connects to any name
      Then the application is told that there is no such name
      And the endpoint has sent nothing but questions to the DNS server

    @DNS-4 @needs:DNS_STUB
    Scenario: A name without an address is another thing than no such name
      Given a DNS server whose book has any name without an address
      When the endpoint's application connects to the name
      Then the application is told that the name has no address
      And the endpoint has sent nothing but questions to the DNS server

    @DNS-4 @needs:DNS_STUB
    Scenario: An alias of a name that does not exist leads to no such name
      Given a DNS server whose book has any name as an alias of one that does not exist
      When the endpoint's application looks up the name
      Then the application is told that there is no such name

    @DNS-4 @needs:DNS_STUB
    Scenario: An alias of a name without an address leads to no address
      Given a DNS server whose book has any name as an alias of one without an address
      When the endpoint's application looks up the name
      Then the application is told that the name has no address

    @DNS-4 @needs:DNS_STUB
    Scenario: A server that cannot or will not answer has not said that there is no such name
      Given a DNS server whose book has any name with any addresses
      And the DNS server answers with any error other than that there is no such name
      When the endpoint's application connects to the name
      Then the application is told that the look-up failed
      And the endpoint has sent nothing but questions to the DNS server

    @DNS-4 @needs:DNS_STUB
    Scenario: Silence is not "no such name"
      Given a DNS server whose book has any name with any addresses
      And the DNS server answers with nothing
      When the endpoint's application connects to the name
      Then the application is told that the look-up failed
      And the endpoint has sent nothing but questions to the DNS server

    @DNS-4 @needs:DNS_CACHE
    Scenario: A server that failed is asked again
      Given a DNS server whose book has any name with any addresses
      And the DNS server answers with a server failure
      And the endpoint's application has looked up the name
      And the DNS server answers with the right addresses
      And five minutes have passed
      When the endpoint's application looks up the name once more
      Then the application is told exactly the addresses in the book

    @DNS-4 @needs:DNS_STUB
    Scenario: A name that is put into the book later is found
      Given a DNS server whose book has none of the names, for any time to live
      And the endpoint's application has looked up any name
      And the book now has any new address for the name
      And the time to live has passed
      When the endpoint's application looks up the name once more
      Then the application is told exactly the addresses in the book

    @DNS-4 @needs:DNS_AUTHORITATIVE
    Scenario: The server says that a name is not in its zone
      Given the endpoint serves a zone that has any name with any addresses
      When the peer asks over UDP for the addresses of any name that is not in the zone
      Then the endpoint's DNS server answers that there is no such name, with the zone's SOA record

    @DNS-4 @needs:DNS_AUTHORITATIVE
    Scenario: The server tells a name without addresses from a name that does not exist
      Given the endpoint serves a zone that has any name without an address
      When the peer asks over UDP for the addresses of the name
      Then the endpoint's DNS server answers that the name has no such records, with the zone's SOA record

    @DNS-4 @needs:DNS_AUTHORITATIVE
    Scenario: A name that only has names below it exists
      Given the endpoint serves a zone that has any name several labels below its own with any addresses
      When the peer asks over UDP for the addresses of the name above it
      Then the endpoint's DNS server answers that the name has no such records, with the zone's SOA record
