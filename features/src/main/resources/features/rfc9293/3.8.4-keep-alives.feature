Feature: RFC 9293 section 3.8.4: TCP keep-alives
  A connection on which nobody says anything looks like one whose other end has gone. A keep-alive asks: it is a segment with a
  number that the peer has already, which it must answer. Nobody asks unless an application wants it, and one lost answer means
  nothing.

  Rule: Nobody asks unless an application wants it
    @RFC9293/MUST-25
    Scenario Outline: A connection on which nothing is said stays silent, if the <opener> has opened it
      Given a connection that the <opener> has opened, starting at any sequence number
      Then the endpoint sends no keep-alive for a day

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-24
    Scenario Outline: An application that wants keep-alives gets them, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application asks for keep-alives after any idle time
      Then the endpoint sends a keep-alive

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    # A real keep-alive may have left, unseen yet, when the application asks.
    @RFC9293/MUST-24 @virtual-time
    Scenario: An application that wants no more keep-alives gets none
      Given a connection that the endpoint has opened, starting at any sequence number
      And the endpoint's application asks for keep-alives after any idle time
      When the endpoint's application asks for no more keep-alives
      Then the endpoint sends no keep-alive for a day

  Rule: The peer is asked once the connection has been idle for as long as the application has said, or for two hours
    @RFC9293/MUST-27
    Scenario: Any idle time is waited for
      Given a connection that the endpoint has opened, starting at any sequence number
      When the endpoint's application asks for keep-alives after any idle time
      Then the endpoint sends no keep-alive before that time is over
      And the endpoint sends a keep-alive

    @RFC9293/MUST-28
    Scenario: Where the application names no time, it is two hours or more
      Given a connection that the endpoint has opened, starting at any sequence number
      When the endpoint's application asks for keep-alives
      Then the endpoint sends no keep-alive within two hours

    @RFC9293/MUST-26
    Scenario: A peer that speaks is not asked
      Given a connection that the endpoint has opened, starting at any sequence number
      And the endpoint's application asks for keep-alives after any idle time
      When the peer sends an octet whenever that time is almost over
      Then the endpoint sends no keep-alive meanwhile

    @RFC9293/MUST-26
    Scenario Outline: In <state>, a peer that acknowledges again and again is not asked
      Given a connection in <state>
      And the endpoint's application asks for keep-alives after any idle time
      When the peer sends an acknowledgment whenever that time is almost over
      Then the endpoint sends no keep-alive meanwhile

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | CLOSE-WAIT                       |
        | FIN-WAIT-2                       |

    @RFC9293/MUST-26
    Scenario: While data is under way nobody is asked
      Given a connection that the endpoint has opened, starting at any sequence number
      And the endpoint's application asks for keep-alives after any idle time
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint sends no keep-alive for a day

    @RFC9293/MUST-26 @virtual-time
    Scenario Outline: A peer that answers is asked again when that time is over, and never given up, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for keep-alives after any idle time
      When the peer answers whenever it is asked, for fifteen times as long
      Then the endpoint's application is not told that nobody answers
      And the endpoint asks again only when that time is over

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: A question that gets no answer means nothing
    @RFC9293/MUST-29
    Scenario: A keep-alive is lost, and the connection goes on
      Given a connection that the endpoint has opened, starting at any sequence number
      When the endpoint's application asks for keep-alives after any idle time
      Then the endpoint sends a keep-alive
      And the endpoint sends a keep-alive again
      And the endpoint's application is not told that nobody answers

    @RFC9293/SHLD-12
    Scenario: A keep-alive needs no data
      Given a connection that the endpoint has opened, starting at any sequence number
      When the endpoint's application asks for keep-alives after any idle time
      Then the endpoint sends a keep-alive without data

  Rule: Who is asked answers, however it is asked
    @RFC9293/MAY-6
    Scenario Outline: In <state>, a keep-alive with an octet of garbage is answered, and the octet is thrown away
      Given a connection in <state>
      When the peer asks with an octet of garbage whether the endpoint is there
      Then the endpoint answers with what it expects next
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | after       |
        | ESTABLISHED after an active open | ESTABLISHED |
        | ESTABLISHED after a passive open | ESTABLISHED |
        | FIN-WAIT-2                       | FIN-WAIT-2  |
