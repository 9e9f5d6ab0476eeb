Feature: RFC 9293 section 3.8.6.2: silly window syndrome avoidance
  If a receiver tells of every octet of room, and a sender uses it at once, the octets cross the network one by one, each with
  forty octets of headers. One careful side is enough to prevent it, so both have to be.

  Rule: The sender does not use a little room
    @RFC9293/MUST-38
    Scenario Outline: Room for a few octets is not used while others are under way, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, with a window of any size behind its SYN
      And the endpoint's application sends a lot of any data, and nobody answers
      When the peer makes room for a few octets
      Then the endpoint keeps back what makes no full segment

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-38
    Scenario Outline: Room for a few octets is not used at once where there was more before, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, with a window of any size behind its SYN
      And the peer takes what its window allows, and offers no more
      And the endpoint's application sends all but a few octets of what the window takes
      And the peer receives exactly what the endpoint's application sent
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint keeps back what makes no full segment

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: The receiver does not tell of a little room
    @RFC9293/MUST-39
    Scenario Outline: In <state>, a window that was full stays closed while the application takes a few octets
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When the endpoint's application takes a few octets, again and again
      Then the endpoint keeps its window closed while there is little room
      When the endpoint's application calls RECEIVE
      Then the endpoint answers with news of an open window

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | FIN-WAIT-2                       |

    @RFC9293/MUST-39
    Scenario Outline: In <state>, a window with a little room stays as it is while the application takes a few octets
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window but for a segment
      When the endpoint's application takes a few octets, again and again
      And the peer sends what comes next
      Then the endpoint does not move the right edge of its window in small steps

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
